using CsCheck;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class VersionLogTests
{
    [Fact]
    public void The_first_reading_begins_the_line_at_version_1_and_is_full()
    {
        var log = NewLog();

        var changes = log.Since("", 0);

        Assert.True(changes.Full);
        Assert.Equal(1ul, changes.Current.Version);
        Assert.Matches("^[0-9a-f]{24}$", changes.Current.ID);
    }

    [Fact]
    public void The_first_change_has_version_1_too()
    {
        var log = NewLog();

        Assert.Equal(1ul, log.Record(ElementChange.Insert, "a", "b").Version);
        Assert.Equal(2ul, log.Record(ElementChange.Update, "b").Version);
    }

    [Fact]
    public void Nothing_changed_is_neither_full_nor_a_list()
    {
        var log = NewLog();
        var stamp = log.Record(ElementChange.Insert, "a");

        var changes = log.Since(stamp.ID, stamp.Version);

        Assert.False(changes.Full);
        Assert.Empty(changes.Inserted);
    }

    [Fact]
    public void An_element_that_came_and_went_between_two_readings_is_only_deleted()
    {
        var log = NewLog();
        var stamp = log.Current;
        log.Record(ElementChange.Insert, "a");
        log.Record(ElementChange.Delete, "a");

        var changes = log.Since(stamp.ID, stamp.Version);

        Assert.Equal(["a"], changes.Deleted);
        Assert.Empty(changes.Inserted);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public void A_client_that_missed_more_than_200_elements_reads_the_whole_list(int missed, bool full)
    {
        var log = NewLog();
        var stamp = log.Current;
        for (var i = 0; i < missed; i++)
            log.Record(ElementChange.Insert, $"element {i}");

        Assert.Equal(full, log.Since(stamp.ID, stamp.Version).Full);
    }

    [Fact]
    public void Another_line_or_a_version_from_the_future_is_full()
    {
        var log = NewLog();
        var stamp = log.Record(ElementChange.Insert, "a");

        Assert.True(log.Since("0123456789abcdef01234567", stamp.Version).Full);
        Assert.True(log.Since(stamp.ID, stamp.Version + 1).Full);
    }

    /// <summary>The model keeps every entry for ever; the log, which forgets, must answer the same.</summary>
    [Fact]
    public void Any_history_read_from_any_version_is_what_a_log_without_forgetting_would_say() =>
        Gen.Select(Gen.Int[0, 299], Gen.Enum<ElementChange>()).List[0, 600].Sample(history =>
        {
            var log = NewLog();
            var begin = log.Current;
            var model = new Dictionary<int, (ElementChange Change, ulong Version)>();
            var version = begin.Version;
            foreach (var (element, change) in history)
            {
                log.Record(change, element.ToString());
                model[element] = (change, ++version);
            }
            for (var since = begin.Version; since <= version; since += 7)
            {
                var newer = model.Where(entry => entry.Value.Version > since).ToList();
                var changes = log.Since(begin.ID, since);
                Assert.Equal(version, changes.Current.Version);
                Assert.Equal(newer.Count > VersionLog.Limit, changes.Full);
                if (changes.Full)
                    continue;
                AssertSame(changes.Inserted, ElementChange.Insert);
                AssertSame(changes.Updated, ElementChange.Update);
                AssertSame(changes.Deleted, ElementChange.Delete);

                void AssertSame(IReadOnlyList<string> elements, ElementChange change) =>
                    Assert.Equal(
                        newer.Where(entry => entry.Value.Change == change)
                            .Select(entry => entry.Key.ToString())
                            .Order(),
                        elements.Order());
            }
        }, iter: 200);

    /// <summary>What a client reads after a restart, from any version, is what it would have read before.</summary>
    [Fact]
    public void Any_history_is_the_same_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("openim-signalr-test-");
        try
        {
            Gen.Select(Gen.Int[0, 260].List[1, 3], Gen.Enum<ElementChange>()).List[0, 300].Sample(
                history =>
                {
                    var path = Path.Combine(folder.FullName, Guid.NewGuid().ToString("N"));
                    List<string> before;
                    VersionStamp stamp;
                    using (var file = new RecordsInFile(path))
                    {
                        var log = Line(file.Records);
                        foreach (var (elements, change) in history)
                            log.Record(change, [.. elements.Distinct().Select(element => $"element {element}")]);
                        stamp = log.Current;
                        before = ReadFromEverywhere(log, stamp);
                    }
                    using (var file = new RecordsInFile(path))
                    {
                        var log = Line(file.Records);
                        Assert.Equal(stamp, log.Current);
                        Assert.Equal(before, ReadFromEverywhere(log, stamp));
                        Assert.Equal(stamp.Version + 1, log.Record(ElementChange.Insert, "one more").Version);
                    }
                },
                iter: 30);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static VersionLog Line(IRecordStore records) =>
            new VersionLogs(records, TimeProvider.System).Of(VersionLine.Conversations, "alice");

        static List<string> ReadFromEverywhere(VersionLog log, VersionStamp stamp) =>
        [
            .. Enumerable.Range(0, (int)stamp.Version + 1)
                .Select(version => log.Since(stamp.ID, (ulong)version))
                .Select(changes =>
                    $"{changes.Full} +{string.Join(',', changes.Inserted)} ~{string.Join(',', changes.Updated)} "
                    + $"-{string.Join(',', changes.Deleted)}"),
        ];
    }

    private static VersionLog NewLog() =>
        new VersionLogs(new MemoryRecords(), TimeProvider.System).Of(VersionLine.Conversations, "alice");
}
