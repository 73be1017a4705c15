# Toolchain: 64-bit Windows on ARM, with Zig, whose path is RRAS_ZIG. Zig has clang, lld and mingw-w64's
# libraries for ARM, which Debian lacks.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR ARM64)
set(RRAS_TARGET win32-arm64)

set(RRAS_ZIG_TARGET aarch64-windows-gnu)
set(CMAKE_CXX_COMPILER ${RRAS_ZIG} c++ -target ${RRAS_ZIG_TARGET})
# CMake would find these by linking a program, and Zig would build a whole run-time for that.
set(CMAKE_CXX_COMPILER_ID_RUN TRUE)
set(CMAKE_CXX_COMPILER_ID Clang)
set(CMAKE_CXX_COMPILER_VERSION 19.1.0)
set(CMAKE_CXX_COMPILER_FRONTEND_VARIANT GNU)
set(CMAKE_CXX_STANDARD_COMPUTED_DEFAULT 17)
set(CMAKE_CXX_PLATFORM_ID MinGW)
set(CMAKE_CXX_COMPILER_FORCED TRUE)

# Zig's resource compiler writes .res files, which lld accepts.
set(CMAKE_RC_COMPILER ${RRAS_ZIG})
set(CMAKE_RC_COMPILE_OBJECT "<CMAKE_RC_COMPILER> rc -- <SOURCE> <OBJECT>")
set(CMAKE_RC_OUTPUT_EXTENSION .res)
