#include "addon/call.h"

namespace rras::addon {

Napi::Value Call::for_status(ForStatus ask) {
  return for_reply([ask = std::move(ask)](Connection& connection) {
    return std::make_unique<Reply>(connection.call(ask));
  });
}

Napi::Value Call::for_tables(ForTables ask, TablesReply::Keep keep) {
  return for_reply([ask = std::move(ask), keep](Connection& connection) {
    records::Tables tables;
    api::Outcome outcome =
        connection.call([&](api::Server& server) { return ask(server, tables); });
    return std::make_unique<TablesReply>(outcome, std::move(tables), keep);
  });
}

Napi::Value Call::for_reply(Work work, Environment::Withdrawal withdrawal) {
  if (!arguments.good()) return arguments.reject();
  auto on_lane = [connection = connection_, work = std::move(work)] { return work(*connection); };
  return Environment::of(info_.Env())
      ->begin(info_.Env(), ticket_, connection_->lane(), std::move(on_lane), withdrawal);
}

}  // namespace rras::addon
