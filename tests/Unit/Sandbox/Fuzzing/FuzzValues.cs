using System.Text;

namespace OpenIM.SignalR.Unit.Sandbox.Fuzzing;

/// <summary>
/// Single values by the name of their field: mostly such that a rule is reached and does something, since what is
/// refused at the door proves little, and sometimes such as nobody expects.
/// </summary>
internal sealed class FuzzValues(Random random, IReadOnlyList<string> users, IReadOnlyList<string> groups)
{
    private static readonly string[] Strange =
    [
        "", " ", "\0", "a\0b", "_", "si_", "sg_", "n_", "si__", "🙂", "é", "\uFFFE", "\u202E", "%00", "%s%n",
        "../../../etc/passwd", "{", "null", "{\"content\":", "-1",
        "9223372036854775808", "2026-11-24", "{}", "[]", "'; drop table users; --",
        """{"content":"hello"}""", """{"revokerUserID":1}""", """{"text":"x","atUserList":["alice","AtAllTag"]}""",
        """{"quoteMessage":{"content":"{\"content\":\"x\"}","contentType":101,"clientMsgID":"c1","seq":1}}""",
        """{"quoteMessage":{"options":null,"atUserIDList":[null],"seq":1e99},"text":null}""",
        """{"quoteMessage":null}""", """{"quoteMessage":[]}""", """{"quoteMessage":{"content":7}}""",
    ];

    private static readonly string[] Contents =
    [
        """{"content":"hello"}""", """{"text":"hi @alice","atUserList":["alice"],"isAtSelf":false}""",
        """{"quoteMessage":{"clientMsgID":"c1","contentType":101,"content":"{}","seq":1},"text":"q"}""",
        """{"notificationName":"n","notificationFaceURL":"","notificationType":1,"text":"t","externalUrl":""}""",
    ];

    private static readonly int[] ContentTypes =
    [
        101, 102, 103, 104, 105, 106, 107, 108, 110, 113, 114, 115, 117, 118, 119, 1400, 1501, 1504, 1509, 2001, 2101,
        2200,
    ];

    private static readonly string[] Options =
    [
        "history", "persistent", "offlinePush", "unreadCount", "conversationUpdate", "senderSync", "notPrivate",
        "isNotNotification", "isSendMsg", "senderConversationUpdate",
    ];

    public bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>Mostly one of those who are there.</summary>
    public string User() => Chance(4) ? $"u{random.Next(50)}" : users[random.Next(users.Count)];

    public string Text(string field)
    {
        if (Chance(6))
            return Anything();
        var name = field.ToUpperInvariant();
        if (name.Contains("GROUPID", StringComparison.Ordinal))
            return groups[random.Next(groups.Count)];
        if (name.Contains("USER", StringComparison.Ordinal) || name is "SENDID" or "RECVID" or "OWNERID" or "MEMBERID")
            return User();
        if (name.Contains("CONVERSATION", StringComparison.Ordinal))
            return Conversation();
        return name switch
        {
            "CONTENT" => Contents[Chance(60) ? 0 : random.Next(Contents.Length)],
            "OPTIONS" => Options[random.Next(Options.Length)],
            "CLIENTMSGID" => $"c{random.Next(40)}",
            "UUID" or "SECRET" or "KEY" => "openIM123",
            "HASH" => new string('0', 32),
            "NAME" or "CAUSE" when Chance(50) => $"{User()}/file{random.Next(20)}.png",
            _ => Chance(40) ? "" : $"{field}{random.Next(20)}",
        };
    }

    public long Number(string field)
    {
        if (Chance(6))
            return random.Next(9) switch
            {
                0 => -1, 1 => int.MaxValue, 2 => int.MinValue, 3 => long.MaxValue, 4 => long.MinValue, 5 => 1L << 32,
                6 => uint.MaxValue, 7 => 0, _ => random.NextInt64(long.MinValue, long.MaxValue),
            };
        var name = field.ToUpperInvariant();
        if (name.Contains("SEQ", StringComparison.Ordinal) || name is "BEGIN" or "END" or "NUM")
            return random.Next(12);
        return name switch
        {
            "CONTENTTYPE" => ContentTypes[Chance(50) ? 0 : random.Next(ContentTypes.Length)],
            "SESSIONTYPE" => Chance(50) ? 1 : random.Next(1, 5),
            "PLATFORMID" => random.Next(1, 12),
            "PAGENUMBER" => random.Next(1, 4),
            "SHOWNUMBER" or "COUNT" => random.Next(1, 40),
            "ROLELEVEL" => random.Next(4) * 20 + (Chance(30) ? 40 : 0),
            "HANDLERESULT" => random.Next(-1, 2),
            "SIZE" or "PARTSIZE" => random.Next(1, 64) << 10,
            _ => random.Next(5),
        };
    }

    /// <summary>The bytes of a <c>bytes</c> field: the content of a message, mostly.</summary>
    public byte[] Bytes(string field)
    {
        if (!Chance(10))
            return Encoding.UTF8.GetBytes(Text(field));
        var bytes = new byte[random.Next(60)];
        random.NextBytes(bytes);
        return bytes;
    }

    public string Anything()
    {
        if (Chance(5))
            return new string('x', random.Next(1, 3000));
        return Strange[random.Next(Strange.Length)];
    }

    private string Conversation()
    {
        var (one, other) = (User(), User());
        var pair = string.CompareOrdinal(one, other) <= 0 ? $"{one}_{other}" : $"{other}_{one}";
        var group = groups[random.Next(groups.Count)];
        return random.Next(5) switch
        {
            0 => $"sg_{group}", 1 => $"n_{group}", 2 => $"n_{pair}", 3 => $"sn_{pair}", _ => $"si_{pair}",
        };
    }
}
