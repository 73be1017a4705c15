# Toolchain: 64-bit Windows on x86-64, with Debian's mingw-w64.
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(RRAS_TARGET win32-x64)
set(RRAS_MINGW x86_64-w64-mingw32)
include(${CMAKE_CURRENT_LIST_DIR}/mingw.cmake)
