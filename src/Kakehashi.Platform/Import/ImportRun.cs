using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.Platform.Store;
using Kakehashi.Records;

namespace Kakehashi.Platform.Import;

/// <summary>
/// One pass over files: reads every row, finds the record it means, and says what it would change or writes it. All in
/// one transaction: whatever stops it, nothing is half-written.
/// </summary>
internal sealed class ImportRun(Workspace workspace, SourceProfile profile, ImportOptions options, Actor actor)
{
    private const int RowsAtOnce = 1_000;

    private const int ChunksAhead = 3;

    /// <summary>Fewer records than this may all change without being asked about.</summary>
    private const int MassChangeFrom = 50;

    private readonly RecordType type = workspace.Types.WithCode(profile.Record)!;
    private readonly ImportReport report = new() { Profile = profile.Code, Kept = options.MostProblems, EachWithProblems = options.EachWithProblems };

    public async Task<ImportReport> RunAsync(IReadOnlyList<ImportFile> files, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        try
        {
            if (!actor.MayEnter(type)) throw new NotAllowedException(actor, type.WrittenWith);
            using var session = options.Commit ? workspace.BeginImport(number => ChangeOrigin.Import(actor, options.Batch ?? number), Turn(progress, cancel)) : null;
            using var matcher = new RecordMatcher(workspace, type, actor, profile.Duplicates, report, [.. files.Select(file => file.Name)], session);
            await foreach (var chunk in ReadingAhead.Of(Drafts(files, progress, cancel).Chunk(RowsAtOnce), ChunksAhead, cancel)) await matcher.TakeAsync(chunk, cancel);
            await matcher.FinishAsync(cancel);
            report.PutInOrder([.. files.Select(file => file.Name)]);
            report.Refusal = MassChange();
            if (session is not null && report.Refusal is null && (report.Rejected == 0 || options.SkipRejected)) Commit(session, files);
        }
        catch (Exception fault) when (ImportFaults.Of(fault) is { } refusal)
        {
            report.Refusal = refusal;
        }

        return report;
    }

    private static Turn Turn(IProgress<ImportProgress>? progress, CancellationToken cancel) =>
        new(() => progress?.Report(new(0, null) { IsWaiting = true }), cancel);

    private Refusal? MassChange()
    {
        var touched = report.Updated + report.Unchanged;
        if (options.AcceptMassChange || touched < MassChangeFrom || report.Updated * 2 <= touched) return null;
        return new("import.mass-change", (
            $"登録済みの{touched:N0}件のうち{report.Updated:N0}件が変わります。取込設定やファイルの取り違えでないか確かめ、正しければ「大量の変更を認める」(--accept-mass-change)を付けて取り込んでください。何も書き込んでいません。",
            $"Of {touched:N0} records that are there already, {report.Updated:N0} would change. Check that this is the right file and profile; if so, import again with “accept mass change” (--accept-mass-change). Nothing was written."));
    }

    private void Commit(ChangeSession session, IReadOnlyList<ImportFile> files)
    {
        var batch = options.Batch ?? session.Id;
        workspace.Batches.Write(session, new ImportBatch
        {
            Id = batch,
            At = workspace.Clock.GetUtcNow(),
            Actor = actor.Name,
            Profile = profile.Code,
            Files = string.Join('\n', files.Select(file => file.Name)),
            State = ImportState.Committed,
            ChangeSet = session.Count > 0 ? session.Id : null,
        }.Counted(report));
        session.Commit();
        report.Batch = batch;
        report.IsCommitted = true;
    }

    private IEnumerable<Draft> Drafts(IReadOnlyList<ImportFile> files, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var counted = profile.CountInto is null ? null : new RowCounts(type.Field(profile.CountInto)!);
        for (var i = 0; i < files.Count; i++)
        {
            foreach (var draft in Drafts(files[i], i, files.Count, progress, cancel))
                if (counted is null) yield return draft;
                else if (counted.Add(draft) is { } rejected) yield return rejected;
        }

        if (counted is null) yield break;
        report.Merged = counted.Merged;
        foreach (var draft in counted.Drafts) yield return draft;
    }

    private IEnumerable<Draft> Drafts(ImportFile file, int at, int count, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var opened = Open(file);
        if (!opened.IsDone) throw new SourceFault(opened.Refusal);
        using var table = opened.Value;
        var mapped = RowMapper.Of(profile, type, table, workspace.Codes, file.Name);
        if (!mapped.IsDone) throw new SourceFault(mapped.Refusal);
        using var mapper = mapped.Value;
        foreach (var row in table.Rows())
        {
            if (report.Rows % 1_000 == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report(new(report.Rows, table.Progress > 0 ? (at + table.Progress) / count : null));
            }

            report.Rows++;
            if (mapper.Map(row, at) is { } draft) yield return draft;
            else report.Skipped++;
        }

        progress?.Report(new(report.Rows, (at + 1.0) / count));
    }

    private Result<SourceTable> Open(ImportFile file)
    {
        try
        {
            return SourceFile.Open(file.Path, profile.Format, fileName: file.Name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Refusal("import.cannot-open", (
                $"{file.Name}: ファイルを開けません({fault.Message})。ほかのプログラムで開いていないか、読み取りの権限があるか確かめてください。",
                $"{file.Name}: the file cannot be opened ({fault.Message}). Check that no other program has it open and that you may read it."));
        }
    }
}
