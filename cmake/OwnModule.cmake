# rras_module(<target> FILE <name> DESCRIPTION <text> SOURCES <file>...)
# For this system: a library that Node can load, under the name that node-gyp gives it. cmake-js decides the
# folder, and on Windows has the hook for late imports from an executable of any name.

set(RRAS_ADDON_FILE rras.node)
if(WIN32)
  set(RRAS_SIMULATOR_EXTENSION .dll)
elseif(APPLE)
  set(RRAS_SIMULATOR_EXTENSION .dylib)
else()
  set(RRAS_SIMULATOR_EXTENSION .so)
  set(THREADS_PREFER_PTHREAD_FLAG ON)
  find_package(Threads REQUIRED)
endif()

# The import library for Node-API, from the list of names that cmake-js provides.
if(MSVC)
  if(NOT CMAKE_JS_NODELIB_DEF)
    message(FATAL_ERROR "On Windows, build with cmake-js: npx cmake-js compile")
  endif()
  execute_process(COMMAND ${CMAKE_AR} /def:${CMAKE_JS_NODELIB_DEF} /out:${CMAKE_JS_NODELIB_TARGET}
    ${CMAKE_STATIC_LINKER_FLAGS} COMMAND_ERROR_IS_FATAL ANY)
endif()

function(rras_target_settings target)
endfunction()

function(rras_module target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FILE;DESCRIPTION" "SOURCES")

  add_library(${target} MODULE ${arg_SOURCES})
  rras_compile_settings(${target})
  target_compile_definitions(${target} PRIVATE NODE_GYP_MODULE_NAME=${target})

  if(MSVC)
    set(RRAS_FILE_NAME ${arg_FILE})
    set(RRAS_FILE_DESCRIPTION ${arg_DESCRIPTION})
    configure_file(${PROJECT_SOURCE_DIR}/cmake/version.rc.in ${target}.rc @ONLY)
    target_sources(${target} PRIVATE ${CMAKE_JS_SRC} ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc)
    target_link_options(${target} PRIVATE /DELAYLOAD:node.exe /DYNAMICBASE /NXCOMPAT)
    target_link_libraries(${target} PRIVATE ${CMAKE_JS_LIB} delayimp)
  elseif(APPLE)
    target_link_options(${target} PRIVATE LINKER:-undefined,dynamic_lookup)
  else()
    target_link_libraries(${target} PRIVATE Threads::Threads)
  endif()

  get_filename_component(name ${arg_FILE} NAME_WLE)
  get_filename_component(extension ${arg_FILE} LAST_EXT)
  set_target_properties(${target} PROPERTIES PREFIX "" OUTPUT_NAME ${name} SUFFIX ${extension})
endfunction()
