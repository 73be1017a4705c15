// Compiles only if abi/mprapi/ppp.h agrees with the platform's mprapi.h; empty on other platforms.
#if defined(_WIN32) && __has_include(<mprapi.h>)

#include "abi/mprapi.h"
#include "abi/same_layout.h"

#define NUMBERS                                                                                    \
  RASCCPCA_STAC, RASCCPCA_MPPC, PPP_CCP_COMPRESSION, PPP_CCP_ENCRYPTION40BITOLD,                   \
      PPP_CCP_ENCRYPTION40BIT, PPP_CCP_ENCRYPTION128BIT, PPP_CCP_ENCRYPTION56BIT,                  \
      PPP_CCP_HISTORYLESS, PPP_LCP_PAP, PPP_LCP_SPAP, PPP_LCP_CHAP, PPP_LCP_EAP, PPP_LCP_CHAP_MD5, \
      PPP_LCP_CHAP_MS, PPP_LCP_CHAP_MSV2, PPP_LCP_MULTILINK_FRAMING, PPP_LCP_PFC, PPP_LCP_ACFC,    \
      PPP_LCP_SSHF, PPP_LCP_DES_56, PPP_LCP_3_DES, PPP_IPCP_VJ

// Before the platform's header turns some of these names into macros.
namespace ours {
using namespace rras::abi::mpr;
constexpr unsigned kNumbers[] = {NUMBERS};
}  // namespace ours

#include "abi/platform_mprapi.h"

constexpr unsigned kNumbers[] = {NUMBERS};
SAME_NUMBERS(kNumbers);

SAME_SIZE(PPP_NBFCP_INFO);
SAME_FIELD(PPP_NBFCP_INFO, dwError);
SAME_FIELD(PPP_NBFCP_INFO, wszWksta);

SAME_SIZE(PPP_IPCP_INFO);
SAME_FIELD(PPP_IPCP_INFO, dwError);
SAME_FIELD(PPP_IPCP_INFO, wszAddress);
SAME_FIELD(PPP_IPCP_INFO, wszRemoteAddress);

SAME_SIZE(PPP_IPCP_INFO2);
SAME_FIELD(PPP_IPCP_INFO2, dwError);
SAME_FIELD(PPP_IPCP_INFO2, wszAddress);
SAME_FIELD(PPP_IPCP_INFO2, wszRemoteAddress);
SAME_FIELD(PPP_IPCP_INFO2, dwOptions);
SAME_FIELD(PPP_IPCP_INFO2, dwRemoteOptions);

SAME_SIZE(PPP_IPXCP_INFO);
SAME_FIELD(PPP_IPXCP_INFO, dwError);
SAME_FIELD(PPP_IPXCP_INFO, wszAddress);

SAME_SIZE(PPP_ATCP_INFO);
SAME_FIELD(PPP_ATCP_INFO, dwError);
SAME_FIELD(PPP_ATCP_INFO, wszAddress);

SAME_SIZE(PPP_IPV6_CP_INFO);
SAME_FIELD(PPP_IPV6_CP_INFO, dwVersion);
SAME_FIELD(PPP_IPV6_CP_INFO, dwSize);
SAME_FIELD(PPP_IPV6_CP_INFO, dwError);
SAME_FIELD(PPP_IPV6_CP_INFO, bInterfaceIdentifier);
SAME_FIELD(PPP_IPV6_CP_INFO, bRemoteInterfaceIdentifier);
SAME_FIELD(PPP_IPV6_CP_INFO, dwOptions);
SAME_FIELD(PPP_IPV6_CP_INFO, dwRemoteOptions);
SAME_FIELD(PPP_IPV6_CP_INFO, bPrefix);
SAME_FIELD(PPP_IPV6_CP_INFO, dwPrefixLength);

SAME_SIZE(PPP_CCP_INFO);
SAME_FIELD(PPP_CCP_INFO, dwError);
SAME_FIELD(PPP_CCP_INFO, dwCompressionAlgorithm);
SAME_FIELD(PPP_CCP_INFO, dwOptions);
SAME_FIELD(PPP_CCP_INFO, dwRemoteCompressionAlgorithm);
SAME_FIELD(PPP_CCP_INFO, dwRemoteOptions);

SAME_SIZE(PPP_LCP_INFO);
SAME_FIELD(PPP_LCP_INFO, dwError);
SAME_FIELD(PPP_LCP_INFO, dwAuthenticationProtocol);
SAME_FIELD(PPP_LCP_INFO, dwAuthenticationData);
SAME_FIELD(PPP_LCP_INFO, dwRemoteAuthenticationProtocol);
SAME_FIELD(PPP_LCP_INFO, dwRemoteAuthenticationData);
SAME_FIELD(PPP_LCP_INFO, dwTerminateReason);
SAME_FIELD(PPP_LCP_INFO, dwRemoteTerminateReason);
SAME_FIELD(PPP_LCP_INFO, dwOptions);
SAME_FIELD(PPP_LCP_INFO, dwRemoteOptions);
SAME_FIELD(PPP_LCP_INFO, dwEapTypeId);
SAME_FIELD(PPP_LCP_INFO, dwRemoteEapTypeId);

SAME_SIZE(PPP_INFO);
SAME_FIELD(PPP_INFO, nbf);
SAME_FIELD(PPP_INFO, ip);
SAME_FIELD(PPP_INFO, ipx);
SAME_FIELD(PPP_INFO, at);

SAME_SIZE(PPP_INFO_2);
SAME_FIELD(PPP_INFO_2, nbf);
SAME_FIELD(PPP_INFO_2, ip);
SAME_FIELD(PPP_INFO_2, ipx);
SAME_FIELD(PPP_INFO_2, at);
SAME_FIELD(PPP_INFO_2, ccp);
SAME_FIELD(PPP_INFO_2, lcp);

SAME_SIZE(PPP_INFO_3);
SAME_FIELD(PPP_INFO_3, nbf);
SAME_FIELD(PPP_INFO_3, ip);
SAME_FIELD(PPP_INFO_3, ipv6);
SAME_FIELD(PPP_INFO_3, ccp);
SAME_FIELD(PPP_INFO_3, lcp);

#endif
