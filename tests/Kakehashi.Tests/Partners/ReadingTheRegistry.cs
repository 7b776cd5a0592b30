using Kakehashi.Partnerships.Registry;

namespace Kakehashi.Tests.Partners;

/// <summary>What a data dump says of how institutions belong together and how well they are known.</summary>
public sealed class ReadingTheRegistry
{
    [Theory]
    [InlineData("parent")]
    [InlineData("Parent")]
    public async Task Knows_the_whole_that_an_institution_is_a_part_of(string type)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path + ".jsonl", $$"""
                {"id": "https://ror.org/01", "status": "active", "types": ["education", "funder"], "names": [{"value": "Example University", "types": ["ror_display"]}], "locations": [], "external_ids": [{"type": "grid", "all": ["grid.1", "grid.2"]}], "relationships": [{"type": "related", "id": "https://ror.org/02"}, {"type": "{{type}}", "id": "https://ror.org/03"}]}
                """, TestContext.Current.CancellationToken);
            var entity = Assert.Single((await RegistryDump.ReadAsync(path + ".jsonl", TestContext.Current.CancellationToken)).Value!).Entity;
            Assert.Equal(("https://ror.org/03", true, 4), (entity.Parent, entity.Teaches, entity.Renown));
        }
        finally
        {
            File.Delete(path);
            File.Delete(path + ".jsonl");
        }
    }
}
