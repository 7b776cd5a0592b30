using Kakehashi.Analytics.Indicators;
using Kakehashi.ExportControl.Reviews.Rules;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.ExportControl.Reviews;

public sealed class ReadingControlData
{
    private static readonly string Shipped = File.ReadAllText(Path.Combine(Repository.PathOf("catalogue"), "export-control.yaml"));

    [Fact]
    public void The_shipped_groups_are_those_of_the_order()
    {
        var groups = AReview.Data.DestinationsOn(AReview.Today);
        Assert.Equal((27, 10), (groups.GroupA.Count, groups.Embargo.Count));
        Assert.Equal(DestinationGroup.GroupA, groups.Of("NO"));
        Assert.Equal(DestinationGroup.Embargo, groups.Of("KP"));
        Assert.Equal(DestinationGroup.General, groups.Of("CN"));
    }

    [Fact]
    public void Of_several_versions_the_one_in_force_on_the_day_counts()
    {
        var (data, mistakes) = Read(Shipped.Replace("sheets:\n", "- from: 2027-04-01\n  source: {ja: x, en: x}\n  source_address: https://example.ac.jp/\n  group_a: [US]\n  embargo: []\nsheets:\n", StringComparison.Ordinal));
        Assert.Empty(mistakes);
        Assert.Equal(DestinationGroup.GroupA, data!.DestinationsOn(new(2027, 3, 31)).Of("FR"));
        Assert.Equal(DestinationGroup.General, data.DestinationsOn(new(2027, 4, 1)).Of("FR"));
        // what was reviewed before the first version is asked by the first
        Assert.Equal(data.Groups[0], data.DestinationsOn(new(2020, 1, 1)));
        Assert.Null(data.ProvisionsOn(new(2020, 1, 1)));
    }

    [Theory]
    [InlineData("AF, CF", "XX, CF", "X007")]
    [InlineData("- from: 2025-10-09", "- from: soon", "X006")]
    [InlineData("code: acceptance", "code: acceptence", "X009")]
    [InlineData("leads_on: \"no\"", "leads_on: maybe", "X008")]
    [InlineData("- code: military", "- code: embargo", "X010")]
    [InlineData("sheets:", "sheet:", "X003")]
    [InlineData("group_a: [", "group_a: {", "X001")]
    public void A_mistake_is_named_with_its_line(string right, string wrong, string code)
    {
        var (data, mistakes) = Read(Shipped.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(data);
        Assert.Contains(mistakes, one => one.Code == code && one.Line > 0 && one.Message.Ja.Length > 0);
    }

    [Fact]
    public void An_empty_file_is_a_mistake() => Assert.Contains(Read("").Mistakes, one => one.Code == "X011");

    private static (ControlData? Data, IReadOnlyList<DefinitionMistake> Mistakes) Read(string yaml) =>
        ControlDataReader.Read("export-control.yaml", yaml, code => code != "XX");
}
