using System.Buffers;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// Bodies as a whole. Refit's own serializer streams, which costs half as much again for what is in memory anyway: a
/// converter of whole messages cannot stop in the middle of one, so each would be scanned for its end first.
/// </summary>
internal sealed class OpenImContentSerializer : IHttpContentSerializer
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public HttpContent ToHttpContent<T>(T item) =>
        new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(item, OpenImJson.Options))
        {
            Headers = { ContentType = Json },
        };

    /// <summary>The answer is in memory already: <see cref="ApiTransportHandler"/> has read it.</summary>
    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        var answer = await content.ReadAsStreamAsync(cancellationToken);
        var length = (int)answer.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            answer.ReadExactly(buffer, 0, length);
            return JsonSerializer.Deserialize<T>(buffer.AsSpan(0, length), OpenImJson.Options);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;
}
