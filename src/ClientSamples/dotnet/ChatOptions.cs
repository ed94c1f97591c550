namespace OpenIM.SignalR.ChatSample;

/// <summary>What the command line says.</summary>
internal sealed record ChatOptions
{
    public const string Usage =
        """
        dotnet run --project src/ClientSamples/dotnet -- [--user bob] [--peer alice] [--token T] [--platform 5]
                   [--hub http://127.0.0.1:10003/hub] [--api http://127.0.0.1:10002] [--secret openIM123]
        Without --token one is taken from the OpenIM at --api.
        """;

    public string User { get; init; } = "bob";

    public string Peer { get; init; } = "alice";

    public string? Token { get; init; }

    /// <summary>OpenIM's number: 5 web, 3 Windows, 7 Linux. A given token has one already.</summary>
    public int Platform { get; init; } = 5;

    public Uri Hub { get; init; } = new("http://127.0.0.1:10003/hub");

    public Uri Api { get; init; } = new("http://127.0.0.1:10002");

    public string Secret { get; init; } = "openIM123";

    /// <summary>Null when an argument is unknown or has no value.</summary>
    public static ChatOptions? Parse(string[] args)
    {
        if (args.Length % 2 != 0)
        {
            return null;
        }

        var options = new ChatOptions();
        foreach (var pair in args.Chunk(2))
        {
            var next = pair switch
            {
                ["--user", var value] => options with { User = value },
                ["--peer", var value] => options with { Peer = value },
                ["--token", var value] => options with { Token = value },
                ["--platform", var value] when int.TryParse(value, out var platform) => options with { Platform = platform },
                ["--hub", var value] when Uri.TryCreate(value, UriKind.Absolute, out var hub) => options with { Hub = hub },
                ["--api", var value] when Uri.TryCreate(value, UriKind.Absolute, out var api) => options with { Api = api },
                ["--secret", var value] => options with { Secret = value },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return options;
    }
}
