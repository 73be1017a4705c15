# The native part of the benchmarks. It is not part of the package: bench/native/build.mjs builds it,
# and `files` in package.json leaves it out. The code that opens a library, and the types of its
# functions, are the package's own.
{
  "targets": [
    {
      "target_name": "rras-bench",
      "sources": [
        "addon.cc",
        "async_worker.cc",
        "c_loop.cc",
        "server.cc",
        "thread_time.cc",
        "../../src/os/shared_library.cc",
      ],
      "include_dirs": ["../../src", "<!(node -p \"require('node-addon-api').include_dir\")"],
      "defines": ["NAPI_VERSION=8", "NODE_ADDON_API_DISABLE_CPP_EXCEPTIONS"],
      "cflags!": ["-fno-exceptions"],
      "cflags_cc!": ["-fno-exceptions", "-std=gnu++17", "-std=gnu++20"],
      "cflags_cc": ["-std=c++17", "-fvisibility=hidden", "-Wall", "-Wextra"],
      "xcode_settings": {
        "GCC_ENABLE_CPP_EXCEPTIONS": "YES",
        "CLANG_CXX_LANGUAGE_STANDARD": "c++17",
        "MACOSX_DEPLOYMENT_TARGET": "11.0",
      },
      "msvs_settings": {
        "VCCLCompilerTool": {
          "ExceptionHandling": 1,
          "AdditionalOptions": ["/std:c++17", "/utf-8"],
        },
      },
    },
  ],
}
