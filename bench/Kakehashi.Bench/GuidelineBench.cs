using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.TestServers;
using Kakehashi.Web;

namespace Kakehashi.Bench;

/// <summary>
/// All rules of the model guideline asked of many agreements on one core. The floor is reading what the rules are asked of,
/// which no way of asking them can do without.
/// </summary>
internal static class GuidelineBench
{
    private const int Runs = 5;

    internal static void Run(string[] args)
    {
        var count = 1_000 * (args.Length > 0 ? int.Parse(args[0], null) : 100);
        var (guideline, _) = GuidelineReader.Read("agreements.yaml", File.ReadAllText(Path.Combine(Repository.PathOf("catalogue", "guidelines"), "agreements.yaml")));
        var version = guideline!.Versions[^1];
        var cases = Cases(count);
        long findings = 0, values = 0;
        var (judging, reading) = Timing.Medians(Runs,
            () => findings = cases.Sum(one => (long)GuidelineCheck.Judge(version, one).Count),
            () => values = cases.Sum(one => (long)one.Row().Length));
        Console.WriteLine($"{count:N0} agreements, {version.Rules.Count} rules: {findings:N0} findings");
        Console.WriteLine($"judged             {judging,8:F0} ms   {1_000 * judging / count:F1} µs an agreement");
        Console.WriteLine($"values alone       {reading,8:F0} ms   {judging / reading:F2} x   ({values:N0})");
    }

    private static AgreementCase[] Cases(int count)
    {
        var (type, today, random) = (Composition.Types[typeof(Agreement)], new DateOnly(2026, 6, 1), new Random(20260601));
        var (types, levels) = (Enum.GetValues<AgreementType>(), Enum.GetValues<AgreementLevel>());
        var made = new AgreementCase[count];
        for (var i = 0; i < count; i++)
        {
            var agreement = (Agreement)type.New();
            foreach (var (field, value) in new (string, object?)[]
            {
                ("reference", $"A-{i}"), ("type", CodeNames.Of(types[random.Next(types.Length)])), ("level", CodeNames.Of(levels[random.Next(levels.Length)])), ("state", random.Next(2) == 0 ? "in_force" : "draft"),
                ("partner", random.Next(4) == 0 ? null : 7L), ("unit", 5L), ("contact", random.Next(2) == 0 ? null : "x"), ("plan", "x"), ("effective_from", today.AddDays(-random.Next(2_000))),
                ("expires_on", today.AddDays(random.Next(2_000))), ("signatory", random.Next(2) == 0 ? null : "dean"), ("notice_months", random.Next(12)),
            })
                type.Field(field)!.Write(agreement, value);
            made[i] = new(agreement, null, new(null, random.Next(4), random.Next(3), random.Next(3)), today);
        }

        return made;
    }
}
