using System.Text.Json;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Events;
using OpenIM.SignalR.Unit.Sessions.Session;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

/// <summary>
/// Users who are logged in beside each other, and what each of them was told since somebody looked last.
/// </summary>
internal sealed class Chat : IAsyncDisposable
{
    private readonly Dictionary<string, int> _seen = [];

    private Chat(SessionHost host) => Host = host;

    public SessionHost Host { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Chat> StartAsync(params string[] userIDs)
    {
        var chat = new Chat(await SessionHost.StartAsync());
        foreach (var userID in userIDs)
        {
            await chat.Host.LoggedIn(userID);
            await chat.Host.IsOnline(userID);
            await chat.Told(userID, "OnSyncServerFinish");
        }
        return chat;
    }

    public ISessionGrain Of(string userID) => Host.Session(userID);

    public async Task<MsgStruct> Text(string userID, string text) => (await Of(userID).CreateTextMessage(text)).Value!;

    public Task<Result<MsgStruct>> Send(string userID, MsgStruct message, string recvID) =>
        Of(userID).SendMessage(message, recvID, "", null, isOnlineOnly: false, Cancel);

    public async Task<Result<MsgStruct>> Send(string userID, string text, string recvID) =>
        await Send(userID, await Text(userID, text), recvID);

    public async Task<GetAdvancedHistoryMessageListCallback> History(
        string userID, string conversationID, int count = 50) =>
        (await Of(userID).GetAdvancedHistoryMessageList(
            new() { ConversationID = conversationID, Count = count }, Cancel)).Value!;

    /// <summary>
    /// What a user was told since the last look, up to and including the event that begins with
    /// <paramref name="last"/>.
    /// </summary>
    public async Task<IReadOnlyList<string>> Told(string userID, string last)
    {
        var from = _seen.GetValueOrDefault(userID);
        IReadOnlyList<string> told = [];
        await SessionHost.Until(() =>
        {
            var all = Host.Sink.Events.Where(e => e.SessionKey == new SessionKey(userID, Platform.Web).ToString())
                .Skip(from).Select(e => RecordingSink.Describe(e.Event)).ToList();
            var end = all.FindIndex(e => e.StartsWith(last, StringComparison.Ordinal));
            told = end < 0 ? [] : all[..(end + 1)];
            return Task.FromResult(end >= 0);
        });
        _seen[userID] = from + told.Count;
        return told;
    }

    /// <summary>The latest messages of all conversation events that a user was told until now.</summary>
    public IEnumerable<MsgStruct> LatestMessagesToldTo(string userID) => Host.Sink.Events
        .Where(e => e.SessionKey == new SessionKey(userID, Platform.Web).ToString()
            && e.Event.Name.Contains("Conversation", StringComparison.Ordinal))
        .SelectMany(e => JsonSerializer.Deserialize(
            e.Event.Arguments[0].Utf8.Span, ContractsJsonContext.Default.IReadOnlyListLocalConversation)!)
        .Select(row => JsonSerializer.Deserialize(row.LatestMsg, ContractsJsonContext.Default.MsgStruct)!);

    public static IEnumerable<string> Names(IEnumerable<string> told) =>
        told.Select(e => e[..e.IndexOf('(', StringComparison.Ordinal)]);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
