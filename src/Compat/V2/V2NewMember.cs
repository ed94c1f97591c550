using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>A member of a group that is to be made.</summary>
internal sealed record V2NewMember(
    [property: JsonPropertyName("userID")] string? UserID,
    [property: JsonPropertyName("roleLevel")] int RoleLevel);
