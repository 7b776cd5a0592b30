using Kakehashi.Platform;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.Outlines;

public sealed class TheOutlineOfARecordType
{
    private const string Approve = "KAKEHASHI_APPROVE";

    private static readonly string Folder = Repository.PathOf("tests", "Kakehashi.Tests", "Outlines", "approved");

    public static TheoryData<string> Types => [.. Product.Types.All.Select(type => type.Code)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Is_the_one_that_was_approved(string code)
    {
        var file = Path.Combine(Folder, code + ".txt");
        var now = Outline.Of(Product.Types.WithCode(code)!, Product.Types);
        if (Environment.GetEnvironmentVariable(Approve) == "1") File.WriteAllText(file, now);
        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(now == approved, $"""
            What follows from the definition of {code} has changed. Lines that are new (+) or gone (-):
            {string.Join('\n', Differences(approved, now))}
            If this is what you want, run the tests once with {Approve}=1 and commit tests/Kakehashi.Tests/Outlines/approved/{code}.txt.
            """);
    }

    [Fact]
    public void Is_kept_for_no_type_that_is_gone() =>
        Assert.Equal(Types.Select(row => row.Data).Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void Shows_a_change_of_one_line() =>
        Assert.Equal(["- b", "+ c"], Differences("a\nb\n", "a\nc\n"));

    private static IEnumerable<string> Differences(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        return [.. old.Except(now).Select(line => $"- {line}"), .. now.Except(old).Select(line => $"+ {line}")];
    }
}
