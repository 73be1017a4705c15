// A secret that the DLL hands out: a struct with a size and a pointer to bytes in the same block.
#pragma once

#include "api/mprapi/mpr_server.h"
#include "shared/secret.h"

namespace rras::api::mprapi {

// Moves the secret into the answer and wipes it in the DLL's block, which the DLL may free without
// wiping it. More than `most` bytes are an error and not a secret.
template <typename Credentials>
void take_secret(const DllBuffer<Credentials>& credentials, abi::DWORD most, Outcome& outcome,
                 Answer& answer) {
  const abi::DWORD size = credentials.get()->dwSize;
  abi::BYTE* bytes = credentials.get()->lpbCredentialsInfo;
  if (size > most || (size > 0 && bytes == nullptr)) {
    outcome.verdict = Verdict::unreadable;
    return;
  }
  answer.secret.emplace();
  if (size == 0) return;
  answer.secret.emplace(bytes, size);
  shared::wipe(bytes, size);
}

}  // namespace rras::api::mprapi
