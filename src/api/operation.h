// The operations that JavaScript can call on a connected server. Each dialect lists its operations
// under JavaScript's names for them. `bind` finds the arguments from the signature of the C++
// function:
//
//   Outcome get_transport(MprServer& server, abi::DWORD id, Answer& answer);
//   …
//   {"getTransport", bind<get_transport>, {&kTransportGetInfo}}
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "api/connection.h"
#include "api/event.h"
#include "api/functions.h"
#include "api/interface.h"
#include "api/names.h"
#include "api/outcome.h"
#include "api/port.h"
#include "api/settings.h"
#include "records/tables.h"
#include "shared/secret.h"

namespace rras::api {

using shared::Secret;

// Bytes that TypeScript has put together.
using Bytes = std::vector<abi::BYTE>;

class Server;

// Reads the arguments of a call, one after another. A new type of argument needs a new function
// here. TypeScript has validated the values.
class ArgumentReader {
 public:
  virtual ~ArgumentReader() = default;

  virtual void read(abi::DWORD& value) = 0;
  virtual void read(std::optional<abi::DWORD>& value) = 0;
  virtual void read(std::uint64_t& id) = 0;
  virtual void read(std::optional<std::uint64_t>& id) = 0;
  virtual void read(std::u16string& text) = 0;
  virtual void read(Name& name) = 0;
  virtual void read(std::optional<Bytes>& bytes) = 0;
  virtual void read(Secret& secret) = 0;
  virtual void read(Bytes& bytes) = 0;
  virtual void read(PortTarget& port) = 0;
  virtual void read(std::optional<Expectation>& expected) = 0;
  virtual void read(std::optional<ConnectionExpectation>& expected) = 0;
  virtual void read(ConnectionUpdate& update) = 0;
  virtual void read(PortCounts& counts) = 0;
  virtual void read(ServerExSettings& settings) = 0;
  virtual void read(DialInRights& rights) = 0;
  virtual void read(InterfaceTarget& target) = 0;
  virtual void read(InterfaceSettings& settings) = 0;
  virtual void read(OptionalEvent& event) = 0;
};

// The answer of an operation in addition to its outcome. It is used if the outcome is a success, or
// says that a port, a connection or an interface has changed.
struct Answer {
  records::Tables tables;
  std::variant<std::monostate, bool, std::uint64_t, std::u16string> value;  // the only one
  std::optional<Secret> secret;
  bool counts_in_any_case = false;  // the tables say which part failed
};

// An operation with its arguments.
class Question {
 public:
  virtual ~Question() = default;

  // Blocks for as long as the server does. The server must be of the dialect that listed the
  // operation.
  virtual Outcome ask(Server& server, Answer& answer) = 0;
};

namespace binding {

// How a parameter is stored until the question is asked.
template <typename Parameter>
struct Kept {
  using Type = std::remove_cv_t<std::remove_reference_t<Parameter>>;
  Type value{};

  void read_from(ArgumentReader& arguments) { arguments.read(value); }
  Type& passed(Answer& /*answer*/) { return value; }
};

// The answer is not an argument from JavaScript.
template <>
struct Kept<Answer&> {
  void read_from(ArgumentReader& /*arguments*/) {}
  Answer& passed(Answer& answer) { return answer; }
};

template <typename Function>
struct Signature;
template <typename OfDialect, typename... Parameters>
struct Signature<Outcome (*)(OfDialect&, Parameters...)> {
  using Server = OfDialect;
  using Arguments = std::tuple<Kept<Parameters>...>;
  using Indices = std::index_sequence_for<Parameters...>;
};

template <auto function, typename Indices>
class Bound;
template <auto function, std::size_t... index>
class Bound<function, std::index_sequence<index...>> final : public Question {
 public:
  explicit Bound([[maybe_unused]] ArgumentReader& arguments) {
    (std::get<index>(arguments_).read_from(arguments), ...);
  }

  Outcome ask(Server& server, [[maybe_unused]] Answer& answer) override {
    return function(static_cast<typename Of::Server&>(server),
                    std::get<index>(arguments_).passed(answer)...);
  }

 private:
  using Of = Signature<decltype(function)>;
  typename Of::Arguments arguments_;
};

}  // namespace binding

template <auto function>
std::unique_ptr<Question> bind(ArgumentReader& arguments) {
  using Of = binding::Signature<decltype(function)>;
  return std::make_unique<binding::Bound<function, typename Of::Indices>>(arguments);
}

// Reads the arguments of an operation.
using Binding = std::unique_ptr<Question> (*)(ArgumentReader& arguments);

struct Operation {
  const char* name;
  Binding binding;        // nullptr if JavaScript does not call the operation by its name
  FunctionsOfDll needs;   // one of them is enough
  FunctionsOfDll also{};  // needed besides, all of them

  // All of them, the first of `needs` first.
  FunctionsOfDll functions() const {
    FunctionsOfDll all = needs;
    all.insert(all.end(), also.begin(), also.end());
    return all;
  }
};

// All operations of a dialect.
class OperationTable {
 public:
  OperationTable(std::initializer_list<std::vector<Operation>> families);

  // nullptr if the dialect has no such operation.
  Binding find(std::string_view name) const;

  const std::vector<Operation>& all() const { return operations_; }

  // The functions that all operations need.
  FunctionsOfDll needs() const;

  // The names of the operations for which the library exports a function.
  std::vector<const char*> possible(const Functions& functions) const;

 private:
  std::vector<Operation> operations_;
  std::unordered_map<std::string_view, Binding> bindings_;
};

}  // namespace rras::api
