using System.CommandLine;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements.Ewp;
using Kakehashi.Platform;
using Kakehashi.Platform.Import;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>ewp export NUMBER</c>, <c>ewp import FILE</c>, <c>ewp hash FILE</c>: agreements as Erasmus Without Paper tells them.</summary>
internal static class EwpCommand
{
    private static readonly Argument<string> Number = new("number") { Description = T("協定番号、または協定の記録の番号", "The reference of the agreement, or the number of its record.") };

    private static readonly Argument<string> Source = new("file") { Description = T("EWPの機関間協定(IIA)APIバージョン7のXML", "XML of the agreements API (IIAs), version 7.") };

    private static readonly Option<string> Out = new("--out") { Description = T("書き出すファイル(省略すると標準出力)", "The file to write; else standard output.") };

    private static readonly Option<bool> Commit = new("--commit") { Description = T("書き込む(指定しなければ確認だけ)", "Write; without it the file is only looked at.") };

    public static Command Define()
    {
        var export = new Command("export", T("協定をEWPのXMLに書き出す", "Write an agreement as XML of EWP.")) { Number, Out, WorkspaceOptions.Data, WorkspaceOptions.Json };
        export.SetAction(Export);
        var import = new Command("import", T("EWPのXMLを確認する。--commit を付けると取り込む", "Look at XML of EWP, or import it with --commit.")) { Source, Commit, WorkspaceOptions.Data, WorkspaceOptions.Json };
        import.SetAction(Import);
        var hash = new Command("hash", T("協定のハッシュを計算し、ファイルにある値と比べる", "Compute the hash of each agreement and compare it with that of the file.")) { Source, WorkspaceOptions.Json };
        hash.SetAction(Hash);
        return new("ewp", T("Erasmus Without Paper (EWP) の機関間協定", "Agreements of Erasmus Without Paper (EWP).")) { export, import, hash };
    }

    private static async Task<int> Export(ParseResult input, CancellationToken cancel)
    {
        using var workspace = await WorkspaceOptions.OpenExistingAsync(input, cancel);
        var exchange = new EwpExchange(workspace, Actor.Local);
        var found = await exchange.NumberOfAsync(input.GetRequiredValue(Number), cancel) is { } number ? await exchange.ExportAsync(number, cancel) : null;
        if (found is { IsDone: false } refused) return Answer.Refuse(input, refused.Refusal);
        // an id that nobody knows gets the empty answer, as the API's get has it
        Iia[] agreements = found is { Value: { } iia } ? [iia] : [];
        var bytes = IiaWriter.Bytes(IiaWriter.Write(agreements));
        var to = input.GetValue(Out);
        if (await OutputFile.WriteAsync(to ?? "-", async stream => await stream.WriteAsync(bytes, cancel)) is { } refusal) return Answer.Refuse(input, refusal);
        if (to is not null) Answer.Give(input, new { File = Path.GetFullPath(to), Agreements = agreements.Length }, ($"{to} に{agreements.Length}件を書き出しました。", agreements.Length == 1 ? $"Wrote 1 agreement to {to}." : $"Wrote {agreements.Length} agreements to {to}."));
        return ExitCodes.Done;
    }

    private static async Task<int> Import(ParseResult input, CancellationToken cancel)
    {
        var file = input.GetRequiredValue(Source);
        if (!File.Exists(file)) return Answer.Refuse(input, NoFile(file));
        using var workspace = await WorkspaceOptions.OpenAsync(input, cancel);
        await using var stream = File.OpenRead(file);
        var translated = await new EwpExchange(workspace, Actor.Local).TranslateAsync(stream, Path.GetFileName(file), cancel);
        if (!translated.IsDone) return Answer.Refuse(input, translated.Refusal);
        var isFaulty = translated.Value.Notes.Any(note => note.IsFault);
        var commit = input.GetValue(Commit) && !isFaulty;
        var report = await ImportAsync(workspace, translated.Value, commit, cancel);
        var language = WorkspaceOptions.LanguageOf(input);
        if (input.GetValue(WorkspaceOptions.Json))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                new { translated.Value.Agreements, Notes = translated.Value.Notes.Select(note => new { note.Line, note.Code, note.IsFault, Message = note.Message.In(language) }), Import = JsonSerializer.Deserialize<JsonElement>(ImportJson.Write(report, language)) },
                Answer.JsonOptions));
        }
        else
        {
            foreach (var note in translated.Value.Notes) Console.Out.WriteLine($"{file}:{note.Line} {note.Code}: {note.Message.In(language)}");
            ImportText.Write(Console.Out, report, language, input.GetValue(Commit));
        }

        return report.Refusal is not null ? ExitCodes.Refused : report.Rejected > 0 || isFaulty ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static async Task<ImportReport> ImportAsync(Workspace workspace, EwpTranslation translated, bool commit, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-ewp");
        try
        {
            var files = new List<ImportFile>();
            foreach (var one in translated.Templates)
            {
                var path = Path.Combine(folder.FullName, $"{files.Count}.csv");
                await File.WriteAllBytesAsync(path, one.Content, cancel);
                files.Add(new(path, one.Name));
            }

            return await workspace.ImportAsync(workspace.Profiles.Find(EwpExchange.Profile)!, files, new() { Commit = commit }, new("command line"), null, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> Hash(ParseResult input, CancellationToken cancel)
    {
        var file = input.GetRequiredValue(Source);
        if (!File.Exists(file)) return Answer.Refuse(input, NoFile(file));
        await using var stream = File.OpenRead(file);
        var read = await IiaFile.ReadAsync(stream, cancel);
        if (!read.IsDone) return Answer.Refuse(input, read.Refusal);
        var found = read.Value.Select(one => (one.Id, one.Line, Hash: IiaHash.Of(one.Element), Stated: one.StatedHash, IsValid: IiaHash.IsValidForApproval(one.Element))).ToList();
        var agrees = found.TrueForAll(one => one.Hash == one.Stated);
        if (input.GetValue(WorkspaceOptions.Json))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { Agreements = found.Select(one => new { one.Id, one.Line, one.Hash, one.Stated, Agrees = one.Hash == one.Stated, ValidForApproval = one.IsValid }), Agrees = agrees }, Answer.JsonOptions));
        }
        else
        {
            foreach (var one in found)
                Console.Out.WriteLine($"{one.Hash}  {one.Id}  {(one.Stated is null ? (Text)("ファイルに値なし", "none in the file") : one.Hash == one.Stated ? ("一致", "agrees") : ("不一致", "does not agree")).In(WorkspaceOptions.LanguageOf(input))}");
        }

        return agrees ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static Refusal NoFile(string path) => new("ewp.no-file", ($"{path}: ファイルがありません。パスを確かめてください。", $"{path}: there is no such file. Check the path."));
}
