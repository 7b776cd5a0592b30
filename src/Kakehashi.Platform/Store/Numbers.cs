using System.Data.Common;

namespace Kakehashi.Platform.Store;

/// <summary>Takes numbers for records out of the one sequence, in growing blocks; a number that is not used is lost, which harms nothing.</summary>
internal sealed class Numbers(Func<long, long> takeBlock)
{
    public const string Records = "records";

    private const long LargestBlock = 65_536;

    private long next;
    private long end;
    private long block = 1;

    public long Take()
    {
        if (next == end)
        {
            next = takeBlock(block);
            end = next + block;
            block = Math.Min(block * 4, LargestBlock);
        }

        return next++;
    }

    /// <summary>Takes a block on a connection: the same statement on every store.</summary>
    public static long TakeBlock(DbConnection connection, DbTransaction? transaction, long count)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE sequence SET next = next + @count WHERE name = 'records' RETURNING next";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@count", count);
        command.Parameters.Add(parameter);
        return (long)command.ExecuteScalar()! - count;
    }
}
