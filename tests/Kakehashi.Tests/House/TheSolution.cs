using System.Text.Json;
using System.Xml.Linq;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.House;

public sealed class TheSolution
{
    [Fact]
    public void Holds_every_project() => Assert.Equal(Source.EndingIn(".csproj").Order(StringComparer.Ordinal), InSolution());

    /// <summary>Dev.slnf is for daily work: all but the slow and the rare.</summary>
    [Fact]
    public void Has_a_filter_for_daily_work_that_leaves_out_browser_tests_benchmarks_and_migrations() =>
        Assert.Equal(InSolution().Where(IsDaily), InFilter());

    private static bool IsDaily(string project) =>
        !project.StartsWith("bench/", StringComparison.Ordinal)
        && !project.StartsWith("eng/", StringComparison.Ordinal)
        && !project.Contains(".Browser.Tests/", StringComparison.Ordinal)
        && !project.Contains("/Kakehashi.Migrations.", StringComparison.Ordinal);

    private static IEnumerable<string> InSolution() => XDocument.Load(Repository.PathOf("Kakehashi.slnx"))
        .Descendants("Project")
        .Select(project => project.Attribute("Path")!.Value.Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> InFilter()
    {
        using var filter = JsonDocument.Parse(Source.Read("Dev.slnf"));
        return filter.RootElement.GetProperty("solution").GetProperty("projects").EnumerateArray()
            .Select(project => project.GetString()!.Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
    }
}
