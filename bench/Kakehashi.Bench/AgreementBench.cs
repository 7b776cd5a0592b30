using System.Diagnostics;
using System.Globalization;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Fields;
using Kakehashi.Web;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Bench;

/// <summary>
/// The demonstration with very many agreements in its store: all rules asked of all of them, against reading the same
/// records alone; the check of one; then the board and the lists as pages, against <c>/healthz</c>.
/// </summary>
internal static class AgreementBench
{
    private const int Runs = 5;
    private const int Asked = 100;

    private static readonly (string What, string Path)[] Pages =
    [
        ("board", "/en/procedures"), ("board", "/ja/procedures"), ("list", "/en/agreements"), ("list, page 3", "/ja/agreements?page=3"),
        ("list, filtered", "/ja/agreements?state=in_force&sort=expires_on"), ("list, filtered", "/en/agreements?country=DE&type=student_exchange"), ("list, searched", "/en/agreements?q=exchange"),
        ("procedures", "/en/agreement-procedures"), ("home", "/en/"),
    ];

    internal static async Task Run(string[] args)
    {
        var count = 1_000 * (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100);
        var keep = args.Length > 1 ? args[1] : null;
        var folder = keep ?? Directory.CreateTempSubdirectory("kakehashi-bench-").FullName;
        var data = Path.Combine(folder, "data");
        try
        {
            if (!Directory.Exists(data))
            {
                await using (var program = await RunningProgram.StartAsync(data)) await program.AnsweredAsync("/en/sign-in");
                await FillAsync(data, count);
            }

            var some = await MeasureRulesAsync(data);
            await using var asked = await RunningProgram.StartAsync(data);
            await MeasurePagesAsync(asked, some);
        }
        finally
        {
            if (keep is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<Workspace> OpenAsync(string data) => Workspace.OpenAsync(data, Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types);

    private static async Task<long[]> MeasureRulesAsync(string data)
    {
        using var workspace = await OpenAsync(data);
        var guideline = GuidelineReader.Read(workspace).Value!;
        List<double> sweeps = [], floors = [];
        var (agreements, findings) = (0, 0L);
        for (var run = 0; run < Runs; run++)
        {
            floors.Add(await MillisecondsAsync(() => ReadAsync(workspace)));
            (agreements, findings) = (0, 0);
            sweeps.Add(await MillisecondsAsync(async () =>
            {
                await foreach (var one in new GuidelineSweep(workspace).JudgeAsync(guideline, CancellationToken.None)) (agreements, findings) = (agreements + 1, findings + one.Findings.Count);
            }));
        }

        Console.WriteLine($"{agreements:N0} agreements of a store, {guideline.Versions[^1].Rules.Count} rules: {findings:N0} findings");
        Console.WriteLine($"read and judged    {Median(sweeps),8:F0} ms");
        Console.WriteLine($"read alone         {Median(floors),8:F0} ms   {Median(sweeps) / Median(floors):F2} x");
        return await MeasureOneAsync(workspace);
    }

    /// <summary>The floor: the same records read in one go, with nothing asked of them.</summary>
    private static async Task ReadAsync(Workspace workspace)
    {
        await using var context = workspace.Database.Read();
        var read = 0;
        await foreach (var one in context.Set<Agreement>().AsAsyncEnumerable()) read += one.Version;
        await foreach (var one in context.Set<AgreementProcedure>().AsAsyncEnumerable()) read += one.Version;
        if (read == 0) throw new InvalidOperationException("there is nothing in the store");
    }

    private static async Task<long[]> MeasureOneAsync(Workspace workspace)
    {
        await using var context = workspace.Database.Read();
        var some = (await context.Set<Agreement>().Where(one => one.Partner != null).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync()).Where((_, at) => at % 997 == 0).Take(Asked).ToArray();
        List<double> checks = [], floors = [];
        foreach (var id in some)
        {
            var agreement = await context.Set<Agreement>().SingleAsync(one => one.Id == id);
            floors.Add(await MillisecondsAsync(() => context.Set<Agreement>().SingleAsync(one => one.Id == id)));
            checks.Add(await MillisecondsAsync(() => workspace.JudgeAsync(agreement, CancellationToken.None)));
        }

        Report("check of one", checks);
        Report("one record read", floors);
        return [.. some.Select(id => id.Value)];
    }

    private static async Task MeasurePagesAsync(RunningProgram program, long[] some)
    {
        await program.AnsweredAsync("/en/sign-in");
        await program.BecomeAsync("administrator");
        (string What, string Path)[] pages = [.. Pages, ("procedure of one", ""), ("record of one", "")];
        foreach (var (_, path) in Pages) await program.AnsweredAsync(path);
        var times = pages.Select(page => page.What).Append("floor").Distinct().ToDictionary(what => what, _ => new List<double>());
        for (var i = 0; i < Asked; i++)
        {
            times["floor"].Add(await MillisecondsAsync(() => program.Client.GetByteArrayAsync(new Uri("/healthz", UriKind.Relative))));
            foreach (var (what, path) in pages)
            {
                var one = some[i % some.Length].ToString(CultureInfo.InvariantCulture);
                var address = path.Length > 0 ? path : what == "record of one" ? $"/en/agreements/{one}" : $"/en/procedures/{one}";
                times[what].Add(await MillisecondsAsync(() => program.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative))));
            }
        }

        foreach (var (what, all) in times) Report(what, all);
        program.Process.Refresh();
        Console.WriteLine($"memory: {program.Process.WorkingSet64 >> 20} MB after it");
    }

    /// <summary>Most are in force or over; some thousands are on their way, and as many are reviewed before their end.</summary>
    private static async Task FillAsync(string data, int count)
    {
        using var workspace = await OpenAsync(data);
        var (type, procedures, today, random) = (workspace.Types[typeof(Agreement)], workspace.Types[typeof(AgreementProcedure)], workspace.Today, new Random(20260601));
        var (partners, units) = (await NumbersAsync<Organisation>(workspace), await NumbersAsync<OrgUnit>(workspace));
        var (types, levels, watch) = (Enum.GetValues<AgreementType>(), Enum.GetValues<AgreementLevel>(), Stopwatch.StartNew());
        using var session = workspace.BeginAlone(ChangeOrigin.Demo);
        for (var i = 0; i < count; i++)
        {
            var state = (i % 100) switch { < 2 => AgreementState.Draft, 2 => AgreementState.UnderReview, 3 when i % 200 == 3 => AgreementState.Approved, 3 => AgreementState.Concluded, < 60 => AgreementState.InForce, < 80 => AgreementState.Renewed, _ => AgreementState.Expired };
            var from = today.AddDays(-random.Next(1_800));
            var agreement = type.New();
            Write(type, agreement, ("reference", $"B-{i}"), ("title", new Bilingual("学術交流協定", "Agreement on academic exchange")), ("type", CodeNames.Of(types[random.Next(types.Length)])),
                ("level", CodeNames.Of(levels[random.Next(levels.Length)])), ("state", CodeNames.Of(state)), ("partner", partners[random.Next(partners.Length)]), ("partner_name", "University"), ("country", random.Next(3) == 0 ? "DE" : "FR"),
                ("unit", units[random.Next(units.Length)]), ("contact", random.Next(2) == 0 ? null : "x"), ("plan", "x"), ("effective_from", from), ("expires_on", from.AddYears(5).AddDays(-1)),
                ("signatory", random.Next(2) == 0 ? null : "dean"), ("notice_months", random.Next(12)), ("purposes", Parts(type, "purposes", ["student_exchange"], ["joint_research"])), ("clauses", Parts(type, "clauses", ["balance", "3"], ["termination", "9"])));
            session.Create(type, agreement);
            var isReviewed = state == AgreementState.InForce && i % 100 < 8;
            if (state == AgreementState.Draft || (state is not (AgreementState.UnderReview or AgreementState.Approved or AgreementState.Concluded) && !isReviewed)) continue;
            var procedure = procedures.New();
            Write(procedures, procedure, ("reference", agreement.Number.ToString(CultureInfo.InvariantCulture)), ("agreement", agreement.Number), ("title", new Bilingual("学術交流協定", "Agreement on academic exchange")), ("submitted_on", today.AddDays(-random.Next(90))),
                ("review_opened_on", isReviewed ? today : null), ("submitted_by", "sato"), ("approvals", Parts(procedures, "approvals", [1, 0, "department", state == AgreementState.UnderReview ? "waiting" : "approved", today.AddDays(-30)])));
            session.Create(procedures, procedure);
        }

        session.Commit();
        Console.WriteLine($"{count:N0} agreements written in {watch.Elapsed.TotalSeconds:F0} s");
    }

    private static async Task<long[]> NumbersAsync<T>(Workspace workspace)
        where T : Kakehashi.Records.Record<T>
    {
        await using var context = workspace.Database.Read();
        return [.. (await context.Set<T>().Select(one => one.Id).ToListAsync()).Select(id => id.Value)];
    }

    private static void Write(Kakehashi.Records.RecordType type, Kakehashi.Records.Record record, params (string Field, object? Value)[] values)
    {
        foreach (var (field, value) in values) type.Field(field)!.Write(record, value);
    }

    private static object Parts(Kakehashi.Records.RecordType type, string field, params object?[][] rows)
    {
        var part = ((PartsField)type.Field(field)!).Part;
        var list = part.List();
        foreach (var row in rows)
        {
            var made = part.New();
            for (var i = 0; i < row.Length; i++) part.Fields[i].Write(made, row[i]);
            list.Add(made);
        }

        return list;
    }

    private static async Task<double> MillisecondsAsync(Func<Task> action)
    {
        var watch = Stopwatch.StartNew();
        await action();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Report(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine($"{what,-18} p50 {times[times.Count / 2],8:F1} ms  p95 {times[times.Count * 95 / 100],8:F1} ms  slowest {times[^1],8:F1} ms");
    }
}
