using System.Xml.Linq;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.House;

public sealed class TheModules
{
    private const string Prefix = "Kakehashi.";

    [Fact]
    public void Refer_only_to_what_stands_before_them()
    {
        var projects = Source.Under("src", ".csproj").ToList();
        Assert.NotEmpty(projects);
        Assert.Empty(projects.SelectMany(project => ModuleOrder.Breaches(Named(project), References(project))));
    }

    [Theory]
    [InlineData("Kernel", "Records")]
    [InlineData("Records", "Matching")]
    [InlineData("Analytics", "Records")]
    [InlineData("Platform", "Access")]
    [InlineData("Partnerships", "Community")]
    [InlineData("Strategy", "Web")]
    [InlineData("Migrations.Sqlite", "Partnerships")]
    public void May_not_refer_to_what_stands_after_them(string project, string reference) =>
        Assert.Equal([$"{project} may not refer to {reference}"], ModuleOrder.Breaches(project, [reference]));

    [Theory]
    [InlineData("Platform", "Matching")]
    [InlineData("ExportControl", "Access")]
    [InlineData("Strategy", "Challenges")]
    [InlineData("Web", "Strategy")]
    [InlineData("Migrations.Postgres", "Platform")]
    public void May_refer_to_what_stands_before_them(string project, string reference) =>
        Assert.Empty(ModuleOrder.Breaches(project, [reference]));

    [Fact]
    public void Need_a_place_in_the_order() => Assert.Contains("Cafeteria", Assert.Single(ModuleOrder.Breaches("Cafeteria", [])));

    private static string Named(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))[Prefix.Length..];

    private static IEnumerable<string> References(string project) => XDocument.Load(Repository.PathOf(project))
        .Descendants("ProjectReference")
        .Select(reference => Named(reference.Attribute("Include")!.Value));
}
