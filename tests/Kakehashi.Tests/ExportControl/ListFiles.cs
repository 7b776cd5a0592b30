using System.Text;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.Platform.Codes;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Records.Codes;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.ExportControl;

/// <summary>Makes files of lists, and takes apart what their readers answer.</summary>
internal static class ListFiles
{
    internal static readonly CodeList Countries = CodeFiles.Load(Repository.PathOf("catalogue", "codes"))[CodeLists.Countries];
    internal static readonly ListDates Dates = new(new(2025, 9, 29), new(2025, 10, 9));
    internal static readonly string[] MetiHeaders =
        ["No.", "国名、地域名\nCountry or Region", "企業名､組織名\nCompany or Organization", "別名\nAlso Known As", "懸念区分\nType of WMD", "通常兵器\nConventional Weapons"];

    internal static ListFile Text(string name, string text) => new(name, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    internal static ListFile Workbook(params IEnumerable<string?[]> rows)
    {
        var stream = new MemoryStream();
        using var writer = TableWriter.Xlsx(stream, "ユーザーリスト", [.. rows.First().Select(header => new TableColumn(header!))]);
        foreach (var row in rows.Skip(1))
        {
            foreach (var cell in row) writer.Text(cell);
            writer.EndRow();
        }

        writer.Complete();
        return new("list.xlsx", stream);
    }

    internal static ListVersion Done(this Result<ListVersion> read) => read.Match(version => version, refusal => throw new InvalidOperationException(refusal.Message.En));

    /// <summary>The code of a refusal whose message names the file and the place in both languages.</summary>
    internal static string Refused(this Result<ListVersion> read, string place, string? word = null)
    {
        Assert.NotNull(read.Refusal);
        foreach (var text in new[] { read.Refusal.Message.Ja, read.Refusal.Message.En })
        {
            Assert.Contains(place, text, StringComparison.Ordinal);
            if (word is not null) Assert.Contains(word, text, StringComparison.Ordinal);
        }

        Assert.NotEqual(read.Refusal.Message.Ja, read.Refusal.Message.En);
        return read.Refusal.Code;
    }
}
