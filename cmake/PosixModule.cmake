# rras_module(<target> FILE <name> DESCRIPTION <text> SOURCES <file>...)
# For cross builds: a library that Node can load on Linux or macOS. The C++ library is linked in. Symbols are stripped
# by the linker: it signs what it makes for ARM Macs, which load no file that was changed afterwards.

if(APPLE)
  set(RRAS_ADDON_FILE node.napi.node)
  set(RRAS_SIMULATOR_EXTENSION .dylib)
  # Without an install name, Zig would write the path of the file on this machine.
  set(rras_link "-Wl,-undefined,dynamic_lookup -Wl,-dead_strip <LINK_FLAGS>")
else()
  set(RRAS_ADDON_FILE node.napi.${RRAS_C_LIBRARY}.node)
  set(RRAS_SIMULATOR_EXTENSION .${RRAS_C_LIBRARY}.so)
  set(rras_link "-Wl,--gc-sections -Wl,--version-script=${CMAKE_CURRENT_LIST_DIR}/posix_exports.map")
endif()
set(CMAKE_CXX_CREATE_SHARED_MODULE "<CMAKE_CXX_COMPILER> -shared -s ${rras_link} -o <TARGET> <OBJECTS>")

function(rras_target_settings target)
  # Small rather than fast: the package ships these for development on the simulator.
  target_compile_options(${target} PRIVATE -Os -ffunction-sections -fdata-sections)
endfunction()

function(rras_module target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FILE;DESCRIPTION" "SOURCES")

  add_library(${target} MODULE ${arg_SOURCES} ${PROJECT_SOURCE_DIR}/cmake/no_demangler.cc)
  rras_compile_settings(${target})
  target_compile_definitions(${target} PRIVATE NODE_GYP_MODULE_NAME=${target})
  if(APPLE)
    target_link_options(${target} PRIVATE -Wl,-install_name,@rpath/${arg_FILE})
  endif()

  get_filename_component(name ${arg_FILE} NAME_WLE)
  get_filename_component(extension ${arg_FILE} LAST_EXT)
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME ${name} SUFFIX ${extension} LIBRARY_OUTPUT_DIRECTORY ${RRAS_OUTPUT_DIR})
endfunction()
