using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kakehashi.Platform.Store;

/// <summary>
/// Writes the condition that a record is in use as the indexes have it. EF writes <c>NOT ("a"."is_withdrawn")</c>, in which
/// SQLite does not find <see cref="ListedRecords.InUse"/> again: it would read the whole table for every such statement.
/// </summary>
internal sealed partial class InUseAsIndexed : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Write(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Write(command);
        return new(result);
    }

    private static void Write(DbCommand command)
    {
        if (command.CommandText.Contains("is_withdrawn", StringComparison.Ordinal)) command.CommandText = Condition().Replace(command.CommandText, "$1 = false");
    }

    [GeneratedRegex("""NOT \(("\w+"\."is_withdrawn")\)""")]
    private static partial Regex Condition();
}
