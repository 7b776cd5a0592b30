using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Store;

namespace Kakehashi.Store.Tests.Projection;

public sealed class KeepingFacts
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follows_every_commit_without_being_asked()
    {
        using var office = await Office.Open();
        office.Workspace.Facts.Follow();
        Others(office);
        // no waiting allowed: what is there is what was projected in the background
        for (var i = 0; i < 200; i++)
        {
            if ((await office.Workspace.Facts.AskAsync(TimeSpan.Zero, Cancel)) is { IsDone: true, Value.IsBehind: false }) break;
            await Task.Delay(50, Cancel);
        }

        Assert.Equal(5, Assert.Single((await office.Workspace.Figures.AskAsync([new("FL-02", [Period.Fiscal(2025)])], TimeSpan.Zero, Cancel)).Value!.Cuts)[0].Value);
    }

    [Fact]
    public async Task Keeps_the_day_on_which_a_record_was_first_entered_in_the_time_of_the_university()
    {
        var clock = new Clock(new(2026, 5, 1, 16, 0, 0, TimeSpan.Zero));
        using var office = await Office.Open(clock: clock);
        var stay = office.Stay("s1", "2025-05-01");
        clock.Now = clock.Now.AddDays(40);
        using (var session = office.Workspace.Begin(ChangeOrigin.Form(Actor.Local)))
        {
            await using var context = office.Workspace.Database.Read();
            var type = office.Type("mobility_period");
            var (before, after) = (Assert.Single(await context.LoadAsync(type, [stay], Cancel)), Assert.Single(await context.LoadAsync(type, [stay], Cancel)));
            session.Update(type, before, Office.Fill(type, after, [("credits", 2m)]));
            session.Commit();
        }

        // one o'clock in the morning in Japan
        Assert.Equal(new DateOnly(2026, 5, 2), await Entered(office));
        await office.Workspace.Facts.RebuildAsync(Cancel);
        Assert.Equal(new DateOnly(2026, 5, 2), await Entered(office));
    }

    private static async Task<DateOnly> Entered(Office office)
    {
        var state = await office.Workspace.Facts.AskAsync(TimeSpan.FromMinutes(1), Cancel);
        using var connection = state.Value!.Store.Connect();
        using var reader = connection.Query("SELECT entered FROM mobility");
        Assert.True(reader.Read());
        return reader.Day(0);
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    [Fact]
    public async Task Sees_what_another_program_has_written()
    {
        using var office = await Office.Open();
        office.Stay("s1", "2025-05-01");
        Assert.Single(await office.Facts());
        using (var other = await Office.OpenAt(office.Folder))
        {
            using var session = other.Begin(ChangeOrigin.Form(Actor.Local));
            var type = office.Type("mobility_period");
            session.Create(type, Office.Fill(type, type.New(), [("reference", "x"), ("direction", "in"), ("kind", "student"), ("started_on", new DateOnly(2025, 1, 1))]));
            session.Commit();
        }

        Assert.Equal(2, (await office.Facts()).Count);
    }

    [Fact]
    public async Task Writes_pseudonyms_and_never_the_number_of_a_person()
    {
        using var office = await Office.Open();
        office.Stay("B9TM1234", "2025-05-01");
        office.Stay("B9TM1234", "2025-09-01");
        Others(office);
        var facts = await office.Facts();
        Assert.DoesNotContain("B9TM1234", string.Concat(facts));
        Assert.Equal(6, (await office.Workspace.Figures.AskAsync([new("FL-02", [Period.Fiscal(2025)])], TimeSpan.FromMinutes(1), Cancel)).Value!.Cuts[0][0].Value);
        office.Workspace.Dispose();
        Assert.Equal(-1, (await File.ReadAllBytesAsync(office.Workspace.Facts.File, Cancel)).AsSpan().IndexOf(Encoding.UTF8.GetBytes("B9TM1234")));
    }

    [Fact]
    public async Task Loses_the_pseudonym_of_a_person_who_is_erased_and_still_counts_the_stays()
    {
        using var office = await Office.Open();
        var stays = new[] { office.Stay("B9TM1234", "2025-05-01"), office.Stay("B9TM1234", "2025-09-01") };
        Others(office);
        var pseudonym = Pseudonym(await office.Facts());
        var erased = await office.Workspace.Database.EraseAsync([.. stays.Select(stay => new ToErase(office.Type("mobility_period"), stay))], "asked for", ChangeOrigin.Form(Actor.Local), TimeProvider.System, Cancel);
        Assert.Equal((2, 2), (erased.Value!.Records, erased.Value.Changes));
        var facts = await office.Facts();
        Assert.DoesNotContain(facts, fact => fact.Contains(pseudonym, StringComparison.Ordinal));
        // nothing tells any more that the two stays were one person's
        Assert.Equal(7, (await office.Workspace.Figures.AskAsync([new("FL-02", [Period.Fiscal(2025)])], TimeSpan.FromMinutes(1), Cancel)).Value!.Cuts[0][0].Value);
        await office.Workspace.Facts.RebuildAsync(Cancel);
        Assert.Equal(facts, await office.Facts());

        // the one that two facts have
        static string Pseudonym(IReadOnlyList<string> facts) => facts.SelectMany(fact => System.Text.RegularExpressions.Regex.Matches(fact, "[0-9a-f]{32}").Select(match => match.Value))
            .GroupBy(value => value).Single(same => same.Count() == 2).Key;
    }

    [Fact]
    public async Task Keeps_the_key_of_pseudonyms_for_its_owner_alone()
    {
        using var office = await Office.Open();
        office.Stay("s1", "2025-05-01");
        await office.Facts();
        var key = Path.Combine(office.Folder, "keys", "pseudonym.key");
        Assert.Equal(32, new FileInfo(key).Length);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
    }

    [Fact]
    public async Task Starts_anew_where_the_key_was_lost_so_that_one_person_has_one_pseudonym()
    {
        using var office = await Office.Open();
        office.Stay("s1", "2025-05-01");
        Others(office);
        await office.Facts();
        office.Workspace.Facts.Dispose();
        File.Delete(Path.Combine(office.Folder, "keys", "pseudonym.key"));
        using var again = await Office.OpenAt(office.Folder);
        using (var session = again.Begin(ChangeOrigin.Form(Actor.Local)))
        {
            var type = office.Type("mobility_period");
            session.Create(type, Office.Fill(type, type.New(), [("reference", "x"), ("direction", "out"), ("kind", "student"), ("person_key", "s1"), ("started_on", new DateOnly(2025, 7, 1))]));
            session.Commit();
        }

        Assert.Equal(6, (await again.Figures.AskAsync([new("FL-02", [Period.Fiscal(2025)])], TimeSpan.FromMinutes(1), Cancel)).Value!.Cuts[0][0].Value);
    }

    [Fact]
    public async Task Starts_anew_where_the_file_is_damaged_or_ahead_of_the_records()
    {
        using var office = await Office.Open();
        office.Stay("s1", "2025-05-01");
        office.Stay("s2", "2025-05-01");
        var facts = await office.Facts();
        office.Workspace.Facts.Dispose();
        await File.WriteAllTextAsync(office.Workspace.Facts.File, new string('x', 20_000), Cancel);
        using (var again = await Office.OpenAt(office.Folder))
        {
            var state = (await again.Facts.AskAsync(TimeSpan.FromMinutes(1), Cancel)).Value!;
            Assert.Equal(facts, Office.Rows(state.Store));
            // as after a restore of an older backup: the watermark is later than the history
            await state.Store.ProjectAsync(99, projection =>
            {
                projection.Facts("mobility").RemoveAll();
                return Task.CompletedTask;
            }, Cancel);
        }

        using var restored = await Office.OpenAt(office.Folder);
        Assert.Equal(facts, Office.Rows((await restored.Facts.AskAsync(TimeSpan.FromMinutes(1), Cancel)).Value!.Store));
    }

    /// <summary>Enough persons for a figure to be shown.</summary>
    private static void Others(Office office)
    {
        for (var i = 0; i < 5; i++) office.Stay($"other{i}", "2025-06-01");
    }
}
