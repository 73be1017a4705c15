# The build on this machine, by node-gyp. Cross builds go through CMakeLists.txt; both read their
# sources from src/sources.json, and compile each folder of src/ as one unit (tools/compile/units.mjs).
{
  "variables": {
    # sanitize: "" or an argument of -fsanitize=, as in `node-gyp rebuild --sanitize=address,undefined`.
    "sanitize%": "",
    "dialect_sources": ["<!@(node tools/compile/units.mjs simulatorDialect)"],
    # Only the addon has the extension .node.
    "conditions": [
      ["OS=='win'", {"simulator_extension": "dll"}],
      ["OS=='mac'", {"simulator_extension": "dylib"}],
      ["OS!='win' and OS!='mac'", {"simulator_extension": "so"}],
    ],
  },
  "target_defaults": {
    "include_dirs": ["src", "<!(node -p \"require('node-addon-api').include_dir\")"],
    "defines": [
      "NAPI_VERSION=8",
      "NODE_ADDON_API_DISABLE_CPP_EXCEPTIONS",
      # A worker that is terminated inside a call refuses every value; the process must not abort then.
      "NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS",
    ],
    # Exceptions are on for those of the standard library (bad_alloc); none leaves a thread or Node-API.
    "cflags!": ["-fno-exceptions"],
    "cflags_cc!": ["-fno-exceptions", "-std=gnu++17", "-std=gnu++20"],
    "cflags_cc": ["-std=c++17", "-fvisibility=hidden", "-Wall", "-Wextra"],
    "xcode_settings": {
      "GCC_ENABLE_CPP_EXCEPTIONS": "YES",
      "GCC_SYMBOLS_PRIVATE_EXTERN": "YES",
      "CLANG_CXX_LANGUAGE_STANDARD": "c++17",
      "MACOSX_DEPLOYMENT_TARGET": "11.0",
    },
    "msvs_settings": {
      "VCCLCompilerTool": {
        "ExceptionHandling": 1,
        "AdditionalOptions": ["/std:c++17", "/utf-8", "/W4", "/bigobj"],
      },
      "VCLinkerTool": {
        "AdditionalOptions": ["/DYNAMICBASE", "/NXCOMPAT"],
      },
    },
    "conditions": [
      ["sanitize!=''", {
        "cflags": ["-fsanitize=<(sanitize)", "-fno-omit-frame-pointer", "-g"],
        # Only in the maintainers' builds: a user's newer compiler may have more warnings. node-addon-api is a
        # system header, so that its warnings do not count.
        "cflags_cc": [
          "-Wconversion", "-Wsign-conversion", "-Werror",
          "-isystem <!(node -p \"require('path').dirname(require.resolve('node-addon-api/napi.h'))\")",
        ],
        # Node exports inline functions of the C++ library, such as those of shared_ptr. Without Bsymbolic the
        # addon would call Node's versions, whose locking the sanitizer does not see.
        "ldflags": ["-fsanitize=<(sanitize)", "-Wl,-Bsymbolic"],
        # At -O3 a unit with UndefinedBehaviorSanitizer takes a gigabyte and most of a minute.
        "configurations": {"Release": {"cflags!": ["-O3"], "cflags": ["-O1"]}},
      }],
    ],
  },
  "targets": [
    {
      "target_name": "rras",
      "sources": ["<!@(node tools/compile/units.mjs addon)"],
      "conditions": [["OS=='win'", {"sources": ["<!(node tools/compile/version_resource.mjs node.napi.node)"]}]],
    },
    # The simulator: one model, and a library for each dialect that exports its names.
    {
      "target_name": "rras-simulator-model",
      "type": "static_library",
      "sources": ["<!@(node tools/compile/units.mjs simulator)"],
      "cflags": ["-fPIC"],
    },
    # The extension is in a target condition, because node-gyp sets `.node` in one.
    {
      "target_name": "rras-simulator-mprapi",
      "target_conditions": [["1==1", {"product_extension": "<(simulator_extension)"}]],
      "defines": ["RRAS_SIMULATOR_DIALECT_MPRAPI"],
      "dependencies": ["rras-simulator-model"],
      "sources": ["<@(dialect_sources)"],
      "conditions": [["OS=='win'", {"sources": [
        "<!(node tools/compile/exports.mjs mprapi)",
        "<!(node tools/compile/version_resource.mjs rras-simulator-mprapi.dll)",
      ]}]],
    },
    {
      "target_name": "rras-simulator-nt4",
      "target_conditions": [["1==1", {"product_extension": "<(simulator_extension)"}]],
      "defines": ["RRAS_SIMULATOR_DIALECT_NT4"],
      "dependencies": ["rras-simulator-model"],
      "sources": ["<@(dialect_sources)"],
      "conditions": [["OS=='win'", {"sources": [
        "<!(node tools/compile/exports.mjs nt4)",
        "<!(node tools/compile/version_resource.mjs rras-simulator-nt4.dll)",
      ]}]],
    },
    {
      "target_name": "rras-simulator-rassapi",
      "target_conditions": [["1==1", {"product_extension": "<(simulator_extension)"}]],
      "defines": ["RRAS_SIMULATOR_DIALECT_RASSAPI"],
      "dependencies": ["rras-simulator-model"],
      "sources": ["<@(dialect_sources)"],
      "conditions": [["OS=='win'", {"sources": [
        "<!(node tools/compile/exports.mjs rassapi)",
        "<!(node tools/compile/version_resource.mjs rras-simulator-rassapi.dll)",
      ]}]],
    },
  ],
}
