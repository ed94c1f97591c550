using CsCheck;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class VersionLogTests
{
    [Fact]
    public void The_first_reading_begins_the_line_at_version_1_and_is_full()
    {
        var log = new VersionLog(TimeProvider.System);

        var changes = log.Since("", 0);

        Assert.True(changes.Full);
        Assert.Equal(1ul, changes.Current.Version);
        Assert.Matches("^[0-9a-f]{24}$", changes.Current.ID);
    }

    [Fact]
    public void The_first_change_has_version_1_too()
    {
        var log = new VersionLog(TimeProvider.System);

        Assert.Equal(1ul, log.Record(ElementChange.Insert, "a", "b").Version);
        Assert.Equal(2ul, log.Record(ElementChange.Update, "b").Version);
    }

    [Fact]
    public void Nothing_changed_is_neither_full_nor_a_list()
    {
        var log = new VersionLog(TimeProvider.System);
        var stamp = log.Record(ElementChange.Insert, "a");

        var changes = log.Since(stamp.ID, stamp.Version);

        Assert.False(changes.Full);
        Assert.Empty(changes.Inserted);
    }

    [Fact]
    public void An_element_that_came_and_went_between_two_readings_is_only_deleted()
    {
        var log = new VersionLog(TimeProvider.System);
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
        var log = new VersionLog(TimeProvider.System);
        var stamp = log.Current;
        for (var i = 0; i < missed; i++)
            log.Record(ElementChange.Insert, $"element {i}");

        Assert.Equal(full, log.Since(stamp.ID, stamp.Version).Full);
    }

    [Fact]
    public void Another_line_or_a_version_from_the_future_is_full()
    {
        var log = new VersionLog(TimeProvider.System);
        var stamp = log.Record(ElementChange.Insert, "a");

        Assert.True(log.Since("0123456789abcdef01234567", stamp.Version).Full);
        Assert.True(log.Since(stamp.ID, stamp.Version + 1).Full);
    }

    /// <summary>The model keeps every entry for ever; the log, which forgets, must answer the same.</summary>
    [Fact]
    public void Any_history_read_from_any_version_is_what_a_log_without_forgetting_would_say() =>
        Gen.Select(Gen.Int[0, 299], Gen.Enum<ElementChange>()).List[0, 600].Sample(history =>
        {
            var log = new VersionLog(TimeProvider.System);
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
}
