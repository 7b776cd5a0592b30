using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.Platform.Jobs;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>Imports through the page: takes files in, checks and writes them in the background, and remembers how far each is.</summary>
public sealed class UploadDesk(Workspace workspace, JobQueue jobs)
{
    /// <summary>Problems of each kind that are kept to be shown in the page; the file with the problem column has all.</summary>
    private const int MostProblems = 1_000;

    private readonly UploadFolder folder = new(workspace.Data);
    private readonly Arrivals arrivals = new(new(workspace.Data), jobs, workspace.Clock);

    /// <summary>The upload of a batch; null where it came by the command line.</summary>
    public Upload? Find(long id) => folder.Find(id);

    /// <summary>How far the work on a batch is; null where none is going on.</summary>
    public JobProgress? Progress(long id) => jobs.Progress(Key(id));

    public void Cancel(long id) => jobs.Cancel(Key(id));

    /// <summary>Where a file of an upload lies.</summary>
    internal string FileOf(long id, int at) => folder.FileOf(id, at);

    /// <summary>Where all problems of an upload lie.</summary>
    internal string ProblemsOf(long id) => folder.ProblemsOf(id);

    /// <summary>The batch of files that were sent while another import was writing; null where nobody knows of them.</summary>
    public Task<long>? Arrival(string token) => arrivals.Find(token);

    /// <summary>Does not take files in that still wait.</summary>
    public void CancelArrival(string token) => arrivals.Cancel(token);

    /// <summary>Takes files in, and starts the check where it is known how to read them; answers the number of their batch, or their token while they wait for it.</summary>
    /// <param name="files">What was sent.</param>
    /// <param name="profile">The profile chosen; null to find one by the headers.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<(long? Batch, string Token)> TakeAsync(IReadOnlyList<IFormFile> files, string? profile, Actor actor, CancellationToken cancel)
    {
        var sent = new Upload { Id = 0, Files = [.. files.Select(Called)], Sizes = [.. files.Select(file => file.Length)] };
        return arrivals.TakeAsync(files, turn => NewBatch(sent.Files, profile ?? "", actor, turn), id => Take(sent with { Id = id }, profile, actor), cancel);
    }

    private void Take(Upload upload, string? profile, Actor actor)
    {
        upload = upload with { Profile = profile ?? ProfileFinder.Best(workspace, folder.FileOf(upload.Id, 0), upload.Files[0])?.Code };
        folder.Write(upload);
        if (upload.Profile is not null) Check(upload.Id, upload.Profile, actor);
    }

    /// <summary>Starts to look at the files; nothing is written.</summary>
    public void Check(long id, string profile, Actor actor) => Run(id, profile, new() { Batch = id, MostProblems = MostProblems }, actor);

    /// <summary>Starts to write.</summary>
    public void Commit(long id, bool skipRejected, bool acceptMassChange, Actor actor)
    {
        if (folder.Find(id) is { Step: UploadStep.Checked, Profile: { } profile })
            Run(id, profile, new() { Batch = id, Commit = true, SkipRejected = skipRejected, AcceptMassChange = acceptMassChange, MostProblems = MostProblems }, actor);
    }

    /// <summary>Why the import was not undone when it was last asked for; null where it was not asked for, or is undone.</summary>
    public KeptRefusal? NotUndone(long id) => folder.FindNotUndone(id);

    /// <summary>Starts to take an import back, also one that came by the command line; false where work on it is going on.</summary>
    public bool Undo(long id, Actor actor) => jobs.Start(Key(id), async (progress, cancel) =>
    {
        folder.WriteNotUndone(id, null);
        try
        {
            var undone = await workspace.UndoAsync(id, actor, progress, cancel);
            if (undone.Refusal is { } no) folder.WriteNotUndone(id, new(no.Code, no.Message.Ja, no.Message.En, [.. undone.ChangedSince.Select(one => $"{one.Type.Route}/{one.Number}")]));
        }
        catch (NotAllowedException denied)
        {
            // a record of the import is no longer, or never was, of a unit of whoever takes it back
            folder.WriteNotUndone(id, new(denied.Refusal.Code, denied.Refusal.Message.Ja, denied.Refusal.Message.En, []));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            folder.WriteNotUndone(id, new("import.undo-failed", "処理中に問題が起きました。何も変更していません。もう一度お試しください。", "Something went wrong. Nothing was changed. Please try again.", []));
            throw;
        }
    });

    private void Run(long id, string code, ImportOptions options, Actor actor)
    {
        if (folder.Find(id) is not { Step: not UploadStep.Committed } upload || workspace.Profiles.Find(code) is not { } profile || jobs.Progress(Key(id)) is not null) return;
        upload = upload with { Profile = code, Step = options.Commit ? UploadStep.Committing : UploadStep.Checking };
        folder.Write(upload);
        jobs.Start(Key(id), (progress, cancel) => Work(upload, profile, options, actor, progress, cancel));
    }

    private async Task Work(Upload upload, SourceProfile profile, ImportOptions options, Actor actor, IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var before = options.Commit ? UploadStep.Checked : UploadStep.Waiting;
        try
        {
            ImportFile[] files = [.. upload.Files.Select((name, i) => new ImportFile(folder.FileOf(upload.Id, i), name))];
            ImportReport report;
            var problems = folder.ProblemsOf(upload.Id);
            using (var writer = new ProblemFile.Writer(problems + ".new"))
                report = await workspace.ImportAsync(profile, files, options with { EachWithProblems = writer.Add }, actor, new Forward(progress), cancel);
            File.Move(problems + ".new", problems, overwrite: true);
            folder.Write(upload with { Step = report.IsCommitted ? UploadStep.Committed : UploadStep.Checked, Report = UploadReport.Of(report) });
            if (!report.IsCommitted) Note(upload, profile, report, actor, new(() => progress.Report(new(report.Rows, null) { IsWaiting = true }), cancel));
        }
        catch (OperationCanceledException)
        {
            folder.Write(upload with { Step = before });
            throw;
        }
        catch
        {
            folder.Write(upload with { Step = UploadStep.Failed });
            throw;
        }
    }

    /// <summary>A number for the batch, and the batch itself, so that lists show it at once.</summary>
    private long NewBatch(IReadOnlyList<string> files, string profile, Actor actor, Turn turn)
    {
        using var session = workspace.Begin(number => ChangeOrigin.Import(actor, number), turn);
        workspace.Batches.Write(session, new()
        {
            Id = session.Id,
            At = workspace.Clock.GetUtcNow(),
            Actor = actor.Name,
            Profile = profile,
            Files = string.Join('\n', files),
            State = ImportState.Uploaded,
        });
        session.Commit();
        return session.Id;
    }

    private void Note(Upload upload, SourceProfile profile, ImportReport report, Actor actor, Turn turn)
    {
        using var session = workspace.Begin(_ => ChangeOrigin.Import(actor, upload.Id), turn);
        workspace.Batches.Write(session, new ImportBatch
        {
            Id = upload.Id,
            At = workspace.Clock.GetUtcNow(),
            Actor = actor.Name,
            Profile = profile.Code,
            Files = string.Join('\n', upload.Files),
            State = report.Refusal is { Code: not "import.mass-change" } ? ImportState.Refused : ImportState.Checked,
        }.Counted(report));
        session.Commit();
    }

    /// <summary>What the person calls the file: for reading only, never a path.</summary>
    private static string Called(IFormFile file)
    {
        var name = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c)));
        return name.Length == 0 ? "file" : name.Length > 200 ? name[^200..] : name;
    }

    private static string Key(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"import/{id}");

    private sealed class Forward(IProgress<JobProgress> to) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => to.Report(new(value.Rows, value.Share) { IsWaiting = value.IsWaiting });
    }
}
