using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Kakehashi.Platform.Store;

/// <summary>EF keeps one model for each class of context; here it follows from the record types.</summary>
internal sealed class ModelOfTypes : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), ((RecordsContext)context).Types, designTime);
}
