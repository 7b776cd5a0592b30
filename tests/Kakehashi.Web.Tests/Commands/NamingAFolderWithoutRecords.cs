namespace Kakehashi.Web.Tests.Commands;

/// <summary>A mistyped folder: “all is well”, or a backup of nothing each night, would be found out too late.</summary>
[Trait("Needs", "program")]
public sealed class NamingAFolderWithoutRecords : IDisposable
{
    private readonly AFolder folder = new();

    [Theory]
    [InlineData("verify")]
    [InlineData("backup", "backup.zip")]
    [InlineData("records")]
    [InlineData("strategy")]
    [InlineData("indicators")]
    [InlineData("export", "agreements", "--to", "agreements.csv")]
    [InlineData("erase", "mobility-periods", "1")]
    public async Task Is_refused_and_nothing_is_made(params string[] arguments)
    {
        var ended = await TheProgram.Run([.. arguments.Select(word => word.Contains('.', StringComparison.Ordinal) ? folder[word] : word), "--data", folder["typo"]]);
        Assert.Equal(2, ended.Code);
        Assert.Contains(folder["typo"], ended.Errors, StringComparison.Ordinal);
        Assert.Contains("--data", ended.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    public void Dispose() => folder.Dispose();
}
