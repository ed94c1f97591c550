using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Conversation = OpenIM.SignalR.Upstream.Wire.Conversation;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// What clients show of earlier logins. The original's store is on the device, and has rows and messages as they were
/// written into it: those of a client that goes on from there look otherwise than those of a new device.
/// <code>
///                             new device                    goes on
///   a conversation's zeros    shown as the defaults         the same, when it was there at the first login and nothing
///                                                           has changed since; else shown as zeros
///   a message of history      as the server has it          with its attached info as text, when it was told or read
/// </code>
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>The session ends: the next login of its client begins here.</summary>
    private void KeepPast()
    {
        if (!_hasSynced)
            return;
        var untouched = _conversations.All.Where(static row => row.KeepsDefaults && row.IsOwned)
            .ToDictionary(static row => row.ConversationID, static row => row.Settings.Digest());
        var isChanged = _positions.State.Told.Add(_index.All);
        if (!isChanged && untouched.Count == 0 && _positions.State.Untouched.Count == 0)
            return;
        _positions.State.Untouched = untouched;
        PositionsChanged();
    }

    /// <summary>A client without a past was told nothing, whatever the session told others before.</summary>
    private void ForgetPast()
    {
        foreach (var message in _index.All)
            message.IsTold = false;
        _positions.State.Told.Conversations.Clear();
        foreach (var row in _conversations.All)
            row.ShowDefaults();
    }

    /// <summary>Whether a row that a login lists shows the defaults in place of the server's zeros.</summary>
    private bool ShowsDefaults(Conversation listed) =>
        _isNewDevice || !_positions.State.Installed
        || (_positions.State.Untouched.TryGetValue(listed.ConversationID, out var before)
            && ConversationSettings.Of(listed).WithDefaults().Digest() == before);

    /// <summary>
    /// The latest message of a row as the server has it; one that was told stays as it was told, also when it was let go
    /// meanwhile.
    /// </summary>
    private MsgStruct LatestOf(ConversationRow row, MsgData latest) =>
        _index.Find(row.ConversationID, latest.ClientMsgID) is { IsTold: true }
        || _positions.State.Told.Find(row.ConversationID, latest.Seq) is { IsTold: true }
            ? MessageConversion.Pushed(latest)
            : MessageConversion.Latest(latest);

    /// <summary>A message that went through an earlier login.</summary>
    private void RecallPast(IndexedMessage message)
    {
        if (_positions.State.Told.Find(message.ConversationID, message.Seq) is not { } told)
            return;
        message.IsTold = told.IsTold;
        message.ReadTime = told.ReadTime;
    }
}
