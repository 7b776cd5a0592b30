using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Import;

/// <summary>The batches: what was imported when, by whom, and what came of it.</summary>
public sealed class ImportBatches(Database database)
{
    private static readonly string[] Columns =
        ["id", "at", "actor", "profile", "files", "state", "rows", "created", "updated", "unchanged", "rejected", "warnings", "change_set", "undone_by"];

    private static readonly ColumnKind[] Kinds =
    [
        ColumnKind.Large, ColumnKind.Large, ColumnKind.Text, ColumnKind.Text, ColumnKind.Text, ColumnKind.Text, ColumnKind.Whole, ColumnKind.Whole,
        ColumnKind.Whole, ColumnKind.Whole, ColumnKind.Whole, ColumnKind.Whole, ColumnKind.Large, ColumnKind.Large,
    ];

    /// <summary>The latest first. A file has the rows of many units: whoever does not see all sees the own ones.</summary>
    public async Task<IReadOnlyList<ImportBatch>> LatestAsync(int count, Actor actor, CancellationToken cancel)
    {
        await using var context = database.Read();
        var (all, name) = (SeesAll(actor), actor.Name);
        return await context.ImportBatches.Where(batch => all || batch.Actor == name).OrderByDescending(batch => batch.Id).Take(count).ToListAsync(cancel);
    }

    /// <summary>The batch with this number, if there is one and the actor sees it.</summary>
    public async Task<ImportBatch?> FindAsync(long id, Actor actor, CancellationToken cancel)
    {
        await using var context = database.Read();
        var (all, name) = (SeesAll(actor), actor.Name);
        return await context.ImportBatches.FirstOrDefaultAsync(batch => batch.Id == id && (all || batch.Actor == name), cancel);
    }

    private static bool SeesAll(Actor actor) => actor.MayEverywhere(Right.SeePersonal) && actor.MayEverywhere(Right.Write);

    /// <summary>Writes a batch in the transaction of its changes, so that neither is there without the other.</summary>
    internal void Write(ChangeSession session, ImportBatch batch)
    {
        session.Flush();
        using (var delete = session.Connection.CreateCommand())
        {
            delete.Transaction = session.Transaction;
            delete.CommandText = "DELETE FROM import_batch WHERE id = @id";
            var id = delete.CreateParameter();
            (id.ParameterName, id.Value) = ("@id", batch.Id);
            delete.Parameters.Add(id);
            delete.ExecuteNonQuery();
        }

        using var sinks = database.Insert(session.Connection);
        sinks.Into("import_batch", Columns, Kinds).Add([batch.Id, batch.At.ToUnixTimeMilliseconds(), batch.Actor, batch.Profile, batch.Files, CodeNames.Of(batch.State), batch.Rows, batch.Created,
            batch.Updated, batch.Unchanged, batch.Rejected, batch.Warnings, batch.ChangeSet, batch.UndoneBy]);
        sinks.Flush();
    }
}
