using System.Text.Json.Serialization;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>A marked part of a text, whose free text v3 calls "ex".</summary>
internal sealed record V2MessageEntity(
    [property: JsonPropertyName("type")] string? Type,
    [property: JsonPropertyName("offset")] int Offset,
    [property: JsonPropertyName("length")] int Length,
    [property: JsonPropertyName("url")] string? Url,
    [property: JsonPropertyName("info")] string? Info)
{
    public MessageEntity ToV38() => new() { Type = Type, Offset = Offset, Length = Length, Url = Url, Ex = Info };
}
