// A program for musl that loads binaries of the package as Node would, and asks simulated servers through their
// exported functions. The functions of Node-API exist, so that everything else must be found in musl; each of them
// fails. There is no Node for musl among npm's packages.
//
//   musl_host FILE...

#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define NODE_API(name) \
  int name(void) { return 9; /* napi_generic_failure */ }
#include "node_api_names.h"

typedef uint32_t (*ServerConnect)(const uint16_t* name, void** server);
typedef uint32_t (*PortEnum)(const uint16_t* server, void** ports, uint16_t* count);

static const uint16_t kUnknownServer[] = {'R', 'A', 'S', '0', '9', 0};

// Asks for a server that does not exist: the status is that of an unreachable one.
static void ask(void* library, const char* file) {
  void* pointer = NULL;
  uint32_t status = 0;
  if (strstr(file, "-rassapi.") != NULL) {
    uint16_t count = 0;
    PortEnum ports = (PortEnum)dlsym(library, "RasAdminPortEnum");
    if (ports != NULL) status = ports(kUnknownServer, &pointer, &count);
  } else {
    int is_nt4 = strstr(file, "-nt4.") != NULL;
    const char* name = is_nt4 ? "RasAdminServerConnect" : "MprAdminServerConnect";
    ServerConnect connect = (ServerConnect)dlsym(library, name);
    if (connect != NULL) status = connect(kUnknownServer, &pointer);
  }
  printf("%s: an unknown server has the status %u\n", file, status);
}

int main(int count, char** files) {
  for (int each = 1; each < count; each++) {
    void* library = dlopen(files[each], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
      fprintf(stderr, "%s\n", dlerror());
      return 1;
    }
    if (dlsym(library, "napi_register_module_v1") == NULL) {
      fprintf(stderr, "%s is no addon\n", files[each]);
      return 1;
    }
    if (strstr(files[each], "rras-simulator-") != NULL) ask(library, files[each]);
  }
  return 0;
}
