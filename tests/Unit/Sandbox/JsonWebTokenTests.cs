using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class JsonWebTokenTests
{
    private const long Now = 1_800_000_000;
    private readonly JsonWebToken _jwt = new("secret", new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(Now)));

    [Fact]
    public void What_was_written_is_read_back()
    {
        var claims = new TokenClaims("alice", 5, Now + 60);

        Assert.Equal(claims, _jwt.Read(_jwt.Write(claims)).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.x.y")]
    [InlineData("Bearer eyJhbGciOiJIUzI1NiJ9.e30.x")]
    [InlineData("bnVsbA.e30.x")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30=.x")]
    public void What_is_no_token_is_malformed(string token) =>
        Assert.Equal(1503, _jwt.Read(token).Error!.Code);

    /// <summary>It ended the request with status 500: the decoder throws where its name promises a false.</summary>
    [Theory]
    [InlineData("a$bc")]
    [InlineData("xx")]
    public void A_signature_that_is_no_Base64_is_invalid(string signature) =>
        Assert.Equal(1505, _jwt.Read($"eyJhbGciOiJIUzI1NiJ9.e30.{signature}").Error!.Code);

    [Theory]
    [InlineData("""{"UserID":1}""")]
    [InlineData("""{"UserID":"alice","PlatformID":"2"}""")]
    [InlineData("[]")]
    public void Claims_of_the_wrong_type_are_malformed_even_when_signed(string claims) =>
        Assert.Equal(1503, _jwt.Read(Sign("""{"alg":"HS256"}""", claims, "secret")).Error!.Code);

    [Theory]
    [InlineData(-60, -3600, "secret", 1501)]
    [InlineData(-60, -3600, "another", 1505)]
    [InlineData(60, -5, "another", 1505)]
    [InlineData(7200, 3600, "secret", 1505)]
    public void The_signature_comes_before_the_end_and_the_end_before_the_beginning(
        int endsIn, int issuedIn, string secret, int code)
    {
        var claims = $$"""{"UserID":"alice","PlatformID":2,"exp":{{Now + endsIn}},"iat":{{Now + issuedIn}}}""";

        Assert.Equal(code, _jwt.Read(Sign("""{"alg":"HS256"}""", claims, secret)).Error!.Code);
    }

    [Fact]
    public void A_token_that_begins_later_is_not_valid_yet() => Assert.Equal(
        1504, _jwt.Read(Sign("""{"alg":"HS256"}""", $$"""{"nbf":{{Now + 60}}}""", "secret")).Error!.Code);

    [Fact]
    public void Nobody_chooses_to_be_believed_without_a_signature() =>
        Assert.Equal(1505, _jwt.Read(Sign("""{"alg":"none"}""", "{}", "secret")).Error!.Code);

    private static string Sign(string header, string claims, string secret)
    {
        var signed = $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(Encoding.UTF8.GetBytes(claims))}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed));
        return $"{signed}.{Encode(signature)}";
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
