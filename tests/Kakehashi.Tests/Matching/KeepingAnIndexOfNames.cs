using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Matching.Indexing;

namespace Kakehashi.Tests.Matching;

/// <summary>An index in a file is the same when it is opened, and no other file is taken for one.</summary>
public sealed class KeepingAnIndexOfNames : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kakehashi-names-");

    private string File => Path.Combine(folder.FullName, "names.index");

    [Fact]
    public void Opens_as_it_was_saved() => Prop.ForAll(ArbMap.Default.ArbFor<string[]>(), keys =>
    {
        string[] saved = [.. keys.Select(key => key ?? "")];
        var index = NameIndex.Of(saved);
        NameIndexFile.Save(index, File);
        var opened = NameIndexFile.Open(File).Value!;
        return opened.Count == saved.Length && Enumerable.Range(0, saved.Length).All(at => opened.KeyAt(at).SequenceEqual(saved[at]))
            && saved.All(key => opened.Near(key, 2).SequenceEqual(index.Near(key, 2)));
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Refuses_a_file_with_any_byte_changed()
    {
        NameIndexFile.Save(NameIndex.Of(["tohoku university", "東北大学"]), File);
        var bytes = System.IO.File.ReadAllBytes(File);
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 1;
            System.IO.File.WriteAllBytes(File, bytes);
            Assert.Equal("names.not-read", NameIndexFile.Open(File).Refusal?.Code);
            bytes[at] ^= 1;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(-1)]
    public void Refuses_a_file_that_is_too_short(int length)
    {
        NameIndexFile.Save(NameIndex.Of(["tohoku university", "東北大学"]), File);
        var bytes = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, bytes[..(length < 0 ? bytes.Length + length : length)]);
        Assert.Equal("names.not-read", NameIndexFile.Open(File).Refusal?.Code);
    }

    [Fact]
    public void Refuses_a_file_that_is_not_there() => Assert.Contains(File, NameIndexFile.Open(File).Refusal!.Message.En);

    public void Dispose() => folder.Delete(recursive: true);
}
