using OpenIM.SignalR.Upstream.Wire;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>OpenIM's REST service <c>auth</c>.</summary>
public interface IAuthApi
{
    /// <summary>
    /// Who a token belongs to. Refused with a code of <see cref="Contracts.ErrorCode.IsTokenError"/> when it is not
    /// good (any more). <c>expireTimeSeconds</c> is a point in Unix time.
    /// </summary>
    [Post("/auth/parse_token")]
    Task<OpenImResponse<ParseTokenResp>> ParseToken(
        [Body] ParseTokenReq request, [Header("operationID")] string operationID, CancellationToken cancellationToken);
}
