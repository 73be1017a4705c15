# Toolchain: 32-bit Windows, with Debian's mingw-w64.
set(CMAKE_SYSTEM_PROCESSOR x86)
set(RRAS_TARGET win32-ia32)
set(RRAS_MINGW i686-w64-mingw32)
include(${CMAKE_CURRENT_LIST_DIR}/mingw.cmake)
