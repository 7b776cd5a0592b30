using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Agreements;

/// <summary>All at once are read in other statements than one by itself, and must say the same.</summary>
public sealed class JudgingAllAgreements(AUniversity university)
{
    [Fact]
    public async Task Says_of_each_what_its_page_says()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (swept, different) = (0, new List<string>());
        await foreach (var one in new GuidelineSweep(university.Workspace).JudgeAsync(GuidelineReader.Read(university.Workspace).Value!, cancel))
        {
            swept++;
            var alone = (await university.Workspace.JudgeAsync(one.Agreement, cancel)).Value!.Findings;
            if (!alone.Select(Said).Order().SequenceEqual(one.Findings.Select(Said).Order())) different.Add(one.Agreement.Reference);
        }

        Assert.Equal((389, ""), (swept, string.Join(' ', different)));
    }

    private static string Said(RuleFinding finding) => $"{finding.Rule.Code} {finding.State} {finding.Waiver?.By}";
}
