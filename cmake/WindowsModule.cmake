# rras_module(<target> FILE <name> DESCRIPTION <text> SOURCES <file>...)
# For cross builds: a DLL that Node can load in a host of any name. Imports from node.exe are late, the run-time
# is linked in, and the file has the package's version and requests every protection of the loader.

if(RRAS_ZIG)
  find_program(RRAS_NODE node REQUIRED)
  set(CMAKE_CXX_CREATE_SHARED_MODULE
    "${RRAS_NODE} ${CMAKE_CURRENT_LIST_DIR}/zig_link.mjs ${RRAS_ZIG} ${RRAS_ZIG_TARGET} <TARGET> <OBJECTS> <LINK_LIBRARIES>")
endif()

# The import library for Node-API, made from the lists of names in node-api-headers.
function(rras_import_library library)
  set(names)
  foreach(part IN ITEMS node_api js_native_api)
    file(STRINGS ${RRAS_NODE_API_HEADERS}/def/${part}.def lines REGEX "^(napi|node_api)_")
    list(APPEND names ${lines})
  endforeach()
  list(JOIN names "\n" names)
  set(definition ${CMAKE_CURRENT_BINARY_DIR}/node.def)
  file(WRITE ${definition} "NAME NODE.EXE\nEXPORTS\n${names}\n")
  if(RRAS_ZIG)
    # An ordinary import library: lld makes its imports late (zig_link.mjs).
    set(make ${RRAS_ZIG} dlltool -m arm64 -d ${definition} -D node.exe -l ${library})
  else()
    set(make ${RRAS_DLLTOOL} -d ${definition} --dllname node.exe -y ${library})
  endif()
  add_custom_command(OUTPUT ${library} COMMAND ${make} DEPENDS ${definition} VERBATIM)
  add_custom_target(rras-import-library DEPENDS ${library})
endfunction()

set(RRAS_IMPORT_LIBRARY ${CMAKE_CURRENT_BINARY_DIR}/libnode.a)
rras_import_library(${RRAS_IMPORT_LIBRARY})

function(rras_target_settings target)
  if(NOT RRAS_ZIG)
    # Node-API's functions are declared without dllimport, so that calls go through the stubs of the
    # import library. With it, they go straight through its table, and GNU ld leaves the stubs out:
    # on 32 bits the table's slots then hold nothing, and the first call ends the process.
    target_compile_definitions(${target} PRIVATE NAPI_EXTERN=)
  endif()
  if(target MATCHES simulator)
    # Small rather than fast, as on the other systems: the package has three of these libraries.
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-Os>)
  endif()
endfunction()

set(RRAS_ADDON_FILE node.napi.node)
set(RRAS_SIMULATOR_EXTENSION .dll)

function(rras_module target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FILE;DESCRIPTION" "SOURCES")

  set(RRAS_FILE_NAME ${arg_FILE})
  set(RRAS_FILE_DESCRIPTION ${arg_DESCRIPTION})
  configure_file(${PROJECT_SOURCE_DIR}/cmake/version.rc.in ${target}.rc @ONLY)

  add_library(${target} MODULE ${arg_SOURCES} ${PROJECT_SOURCE_DIR}/cmake/delay_load_hook.cc
              ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc)
  add_dependencies(${target} rras-import-library)

  if(RRAS_ZIG)
    target_sources(${target} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/no_demangler.cc)
  endif()
  rras_compile_settings(${target})
  target_compile_definitions(${target} PRIVATE NODE_GYP_MODULE_NAME=${target})

  target_link_libraries(${target} PRIVATE ${RRAS_IMPORT_LIBRARY})
  if(NOT RRAS_ZIG)
    # --kill-at: the 32-bit names without their @8, as Windows' own DLLs export them.
    target_link_options(${target} PRIVATE -static -s LINKER:--kill-at,--dynamicbase,--nxcompat
      LINKER:--no-insert-timestamp)
    if(CMAKE_SIZEOF_VOID_P EQUAL 8)
      target_link_options(${target} PRIVATE LINKER:--high-entropy-va)
    endif()
    target_link_libraries(${target} PRIVATE delayimp)
  endif()

  get_filename_component(name ${arg_FILE} NAME_WLE)
  get_filename_component(extension ${arg_FILE} LAST_EXT)
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME ${name} SUFFIX ${extension} LIBRARY_OUTPUT_DIRECTORY ${RRAS_OUTPUT_DIR})
endfunction()
