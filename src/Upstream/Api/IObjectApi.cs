using OpenIM.SignalR.Upstream.Wire;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>OpenIM's REST service <c>object</c>, the storage of files.</summary>
public interface IObjectApi
{
    /// <summary>Smallest and largest part, and how many of them.</summary>
    [Post("/object/part_limit")]
    Task<OpenImResponse<PartLimitResp>> PartLimit(
        [Body] PartLimitReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>The size of the parts of a file.</summary>
    [Post("/object/part_size")]
    Task<OpenImResponse<PartSizeResp>> PartSize(
        [Body] PartSizeReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Begins an upload, or finds that the file is there already.</summary>
    [Post("/object/initiate_multipart_upload")]
    Task<OpenImResponse<InitiateMultipartUploadResp>> InitiateMultipartUpload(
        [Body] InitiateMultipartUploadReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Signs addresses for parts.</summary>
    [Post("/object/auth_sign")]
    Task<OpenImResponse<AuthSignResp>> AuthSign(
        [Body] AuthSignReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Ends an upload; the parts are named by their MD5.</summary>
    [Post("/object/complete_multipart_upload")]
    Task<OpenImResponse<CompleteMultipartUploadResp>> CompleteMultipartUpload(
        [Body] CompleteMultipartUploadReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>A signed address of a file, and until when it is good (ms).</summary>
    [Post("/object/access_url")]
    Task<OpenImResponse<AccessURLResp>> AccessURL(
        [Body] AccessURLReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);
}
