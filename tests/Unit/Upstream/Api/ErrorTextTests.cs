using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Unit.Upstream;

public sealed class ErrorTextTests
{
    [Theory]
    [InlineData(1304, "RelationshipAlreadyError", "already friends", "RelationshipAlreadyError already friends")]
    [InlineData(1001, "Error: Error: invalid character 'x' | -> Parse() /srv/openim/json.go:12 -> Read()", "",
        "Error: Error: invalid character 'x'")]
    [InlineData(500, "ServerInternalError", "bulk write exception: openim_v3.black", "ServerInternalError")]
    public void The_server_s_call_trace_and_database_are_not_told_to_clients(
        int code, string name, string detail, string told) => Assert.Equal(told, ErrorText.Of(code, name, detail));

    [Fact]
    public void An_id_that_the_server_repeats_is_not_repeated_at_any_length() =>
        Assert.True(ErrorText.Of(1004, "RecordNotFoundError", new string('x', 1_000_000)).Length < 600);
}
