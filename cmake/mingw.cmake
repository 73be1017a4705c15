# The common part of the two mingw-w64 toolchain files, which set RRAS_MINGW to the compiler's prefix.
# Only the posix variant's libstdc++ has std::thread, std::mutex and the like.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_C_COMPILER ${RRAS_MINGW}-gcc-posix)
set(CMAKE_CXX_COMPILER ${RRAS_MINGW}-g++-posix)
set(CMAKE_RC_COMPILER ${RRAS_MINGW}-windres)
set(RRAS_DLLTOOL ${RRAS_MINGW}-dlltool)

set(CMAKE_FIND_ROOT_PATH /usr/${RRAS_MINGW})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
