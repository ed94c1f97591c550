using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>AttachedInfoElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record AttachedInfoElem
{
    [JsonPropertyName("groupHasReadInfo")]
    public GroupHasReadInfo GroupHasReadInfo { get; init => field = value ?? new(); } = new();

    [JsonPropertyName("isPrivateChat")]
    public bool IsPrivateChat { get; init; }

    [JsonPropertyName("burnDuration")]
    public int BurnDuration { get; init; }

    [JsonPropertyName("hasReadTime")]
    public long HasReadTime { get; init; }

    [JsonPropertyName("messageEntityList")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<MessageEntity>? MessageEntityList { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("isEncryption")]
    public bool IsEncryption { get; init; }

    [JsonPropertyName("inEncryptStatus")]
    public bool InEncryptStatus { get; init; }

    [JsonPropertyName("uploadProgress")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public UploadProgress? UploadProgress { get; init; }
}
