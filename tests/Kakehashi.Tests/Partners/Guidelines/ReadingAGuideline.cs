using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Guidelines;

namespace Kakehashi.Tests.Partners.Guidelines;

public sealed class ReadingAGuideline
{
    private const string Whole = """
        from: 2020-04-01
        name: {ja: 指針, en: Guideline}
        source: {ja: 本学, en: The university}
        review_months: 6
        routes:
        - stages:
          - look: [department, office]
        rules:
        - rule: purpose
          clause: {ja: 第1条, en: Article 1}
          says: {ja: 目的がある。, en: There is a purpose.}
          remedy: {ja: 目的を加える。, en: Add one.}
          severity: must
          waiver: office
          by: submission
          met: purposes >= 1
        """;

    [Fact]
    public void Of_the_catalogue_gives_about_25_rules_and_a_route_for_every_agreement()
    {
        var version = Assert.Single(AProposal.Model.Versions);
        Assert.InRange(version.Rules.Count, 25, 40);
        Assert.All(version.Rules, rule => Assert.All([rule.Clause.Ja, rule.Clause.En, rule.Says.Ja, rule.Says.En, rule.Remedy.Ja, rule.Remedy.En], text => Assert.NotEmpty(text)));
        foreach (var type in Enum.GetValues<AgreementType>())
            foreach (var level in Enum.GetValues<AgreementLevel>())
                Assert.Contains(version.RouteOf(type, level).Stages, looks => looks.Contains(ApprovalStep.ExportControl));
        Assert.Equal([[ApprovalStep.Department], [ApprovalStep.Office], [ApprovalStep.Legal, ApprovalStep.ExportControl], [ApprovalStep.Executive]], version.RouteOf(AgreementType.Academic, AgreementLevel.University).Stages);
        Assert.Equal([[ApprovalStep.Department], [ApprovalStep.Office, ApprovalStep.ExportControl]], version.RouteOf(AgreementType.Academic, AgreementLevel.Department).Stages);
    }

    [Fact]
    public void Judges_by_the_version_in_force_on_the_day_of_the_agreement()
    {
        var (guideline, mistakes) = GuidelineReader.Read("g.yaml", $"{Whole}\n---\n{Whole.Replace("2020-04-01", "2024-04-01", StringComparison.Ordinal).Replace("must", "should", StringComparison.Ordinal)}");
        Assert.Empty(mistakes);
        var (old, young) = (guideline!.Versions[0], guideline.Versions[1]);
        Assert.Same(old, guideline.On(new(2024, 3, 31)));
        Assert.Same(young, guideline.On(new(2024, 4, 1)));
        Assert.Same(old, guideline.On(new(1999, 1, 1)));
        Assert.Same(young, guideline.After(old));
        Assert.Null(guideline.After(young));
        Assert.Same(old, guideline.For(AProposal.Memorandum(("signed_on", new DateOnly(2023, 5, 1))), AProposal.Today));
        Assert.Same(young, guideline.For(AProposal.Memorandum(("effective_from", null)), AProposal.Today));
    }

    [Theory]
    [InlineData("", "", "G011", 1)]
    [InlineData("review_months: 6", "review_months: many", "G007", 4)]
    [InlineData("from: 2020-04-01", "from: 1 April", "G006", 1)]
    [InlineData("severity: must", "severity: perhaps", "G007", 13)]
    [InlineData("[department, office]", "[department, cook]", "G007", 7)]
    [InlineData("met: purposes >= 1", "met: purpose >= 1", "G008", 16)]
    [InlineData("met: purposes >= 1", "met: purposes >=", "G008", 16)]
    [InlineData("en: Add one.", "", "G005", 12)]
    [InlineData("waiver: office", "waver: office", "G003", 14)]
    [InlineData("- stages:", "- levels: [university]\n  stages:", "G010", 6)]
    [InlineData("rules:", "rules: none", "G001", 9)]
    public void Names_the_line_of_a_mistake(string old, string young, string code, int line)
    {
        var (guideline, mistakes) = GuidelineReader.Read("g.yaml", old.Length == 0 ? "" : Whole.Replace(old, young, StringComparison.Ordinal));
        Assert.Null(guideline);
        Assert.Contains(mistakes, mistake => mistake.Code == code && mistake.Line == line);
    }

    [Fact]
    public void Refuses_the_same_rule_or_version_twice()
    {
        Assert.Equal("G009", Assert.Single(GuidelineReader.Read("g.yaml", $"{Whole}\n---\n{Whole}").Mistakes).Code);
        Assert.Equal("G009", Assert.Single(GuidelineReader.Read("g.yaml", Whole + "\n" + Whole[Whole.IndexOf("- rule", StringComparison.Ordinal)..]).Mistakes).Code);
    }
}
