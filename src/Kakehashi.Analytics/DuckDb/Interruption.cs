namespace Kakehashi.Analytics.DuckDb;

/// <summary>
/// Interrupts a connection while a token is cancelled. Asked again every 20 ms until the query has returned, because
/// DuckDB forgets an interrupt that comes just before a query starts.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly Lock gate = new();
    private readonly nint connection;
    private readonly CancellationTokenRegistration registration;
    private Timer? again;
    private bool over;

    internal Interruption(nint connection, CancellationToken cancel)
    {
        this.connection = connection;
        if (cancel.CanBeCanceled) registration = cancel.Register(Start);
    }

    public void Dispose()
    {
        lock (gate)
        {
            over = true;
            again?.Dispose();
        }

        registration.Dispose();
    }

    private void Start()
    {
        lock (gate)
        {
            if (!over) again = new(_ => Interrupt(), null, 0, 20);
        }
    }

    private void Interrupt()
    {
        lock (gate)
        {
            if (!over) Native.duckdb_interrupt(connection);
        }
    }
}
