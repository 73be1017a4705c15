# The common part of the toolchain files that compile with Zig: RRAS_ZIG is its path, and RRAS_ZIG_CXX its C++ compiler.
# Each file sets RRAS_ZIG_TARGET.
set(CMAKE_CXX_COMPILER ${RRAS_ZIG_CXX} -target ${RRAS_ZIG_TARGET})
# CMake would find these by linking a program, and Zig would build a whole run-time for that.
set(CMAKE_CXX_COMPILER_ID_RUN TRUE)
set(CMAKE_CXX_COMPILER_ID Clang)
set(CMAKE_CXX_COMPILER_VERSION 19.1.0)
set(CMAKE_CXX_COMPILER_FRONTEND_VARIANT GNU)
set(CMAKE_CXX_STANDARD_COMPUTED_DEFAULT 17)
set(CMAKE_CXX_COMPILER_FORCED TRUE)
