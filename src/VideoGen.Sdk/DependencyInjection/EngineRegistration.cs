using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Diagnostics;
using VideoGen.Sdk.Platforms;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Workflow;
using VideoGen.Sdk.Workflow.Callbacks;
using VideoGen.Sdk.Workflow.Stages;
using VideoGen.Sdk.Workflow.Telemetry;

namespace VideoGen.Sdk.DependencyInjection;

/// <summary>Wires the slices together. TryAdd throughout: whatever an app registered before stays.</summary>
internal static class EngineRegistration
{
    public static void AddTo(IServiceCollection services)
    {
        AddSeams(services);
        AddMoney(services);
        AddRouting(services);
        AddWorkflow(services);
    }

    private static void AddSeams(IServiceCollection services)
    {
        services.TryAddSingleton<ICostStore, InMemoryCostStore>();
        services.TryAddSingleton<IJobStore, InMemoryJobStore>();
        services.TryAddSingleton<IEngagementStore, InMemoryEngagementStore>();
        services.TryAddSingleton<ITrendHistory, InMemoryTrendHistory>();
        services.TryAddSingleton<VideoAnalytics>();
        services.TryAddSingleton<IBudgetGuard, BudgetGuard>();
        services.TryAddSingleton<IMediaProcessor, NullMediaProcessor>();
        services.TryAddSingleton<IAssetStore>(p =>
        {
            var options = p.GetRequiredService<IOptions<AssetOptions>>().Value;
            return new FileSystemAssetStore(options.Path, options.IsShared);
        });
        services.TryAddSingleton(p => CatalogueFiles.Models(p.GetRequiredService<IOptions<CatalogueOptions>>().Value));
        services.TryAddSingleton(p => CatalogueFiles.Platforms(p.GetRequiredService<IOptions<PlatformOptions>>().Value));
        services.TryAddSingleton(p => new ProviderRegistry(p.GetServices<ProviderRegistration>(), p.GetServices<IProviderSource>()));
    }

    private static void AddMoney(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IBudgetAlertSink, LogAlertSink>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IBudgetAlertSink, WebhookAlertSink>());
        services.TryAddSingleton<AlertDelivery>();
        services.TryAddSingleton<SpendingReview>();
        services.TryAddSingleton<MoneyRounds>();
        services.TryAddSingleton(p => new LedgerReconciliation(p.GetRequiredService<ProviderRegistry>(), p.GetRequiredService<ICostStore>(), p.GetRequiredService<IJobStore>(), p.GetRequiredService<LostAnswer>()));
    }

    private static void AddRouting(IServiceCollection services)
    {
        services.TryAddSingleton<CandidateOrder>();
        services.TryAddSingleton<ModelChoice>();
        services.TryAddSingleton<LimitSet>();
        services.TryAddSingleton<ProviderHealth>();
        services.TryAddSingleton<TenantAccess>();
        services.TryAddSingleton<Planner>();
    }

    private static void AddWorkflow(IServiceCollection services)
    {
        services.TryAddSingleton<PlanStage>();
        services.TryAddSingleton<PrepareStage>();
        services.TryAddSingleton<ReserveStage>();
        services.TryAddSingleton<SubmitStage>();
        services.TryAddSingleton<WaitStage>();
        services.TryAddSingleton<SettleStage>();
        services.TryAddSingleton<DownloadStage>();
        services.TryAddSingleton<OptimiseStage>();
        services.TryAddSingleton<StoreStage>();
        services.TryAddSingleton<LostFile>();
        services.TryAddSingleton<GenerationWorkflow>();
        services.TryAddSingleton<VideoMetrics>();
        services.TryAddSingleton<JobMeter>();
        services.TryAddSingleton<WorkflowRunner>();
        services.TryAddSingleton<RunSaves>();
        services.TryAddSingleton<AdoptionRule>();
        services.TryAddSingleton<ResultToJob>();
        services.TryAddSingleton<FailurePolicy>();
        services.TryAddSingleton<AttemptMoney>();
        services.TryAddSingleton<AttemptCharge>();
        services.TryAddSingleton<JobInputs>();
        services.TryAddSingleton<OutputDownload>();
        services.TryAddSingleton<LocalFiles>();
        services.TryAddSingleton<PaidPost>();
        services.TryAddSingleton<LostAnswer>();
        services.TryAddSingleton<PostedOutcome>();
        services.TryAddSingleton<FirstPost>();
        services.TryAddSingleton<SubmissionDraft>();
        services.TryAddSingleton<OpenQuestions>();
        services.TryAddSingleton<Closing>();
        services.TryAddSingleton<HoldPeriod>();
        services.TryAddSingleton<CallbackUrls>();
        services.TryAddSingleton<CallbackSubject>();
        services.TryAddSingleton<JobWaking>();
        services.TryAddSingleton<HintInquiry>();
        services.TryAddSingleton<CallbackHints>();
        services.TryAddSingleton<IVideoCallbacks, VideoCallbacks>();
        services.TryAddSingleton<LearnedRuns>();
        services.TryAddSingleton<PollPace>();
        services.TryAddSingleton<Wakeups>();
        services.TryAddSingleton<SignalReads>();
        services.TryAddSingleton<SignalRounds>();
        services.TryAddSingleton<RunPause>();
        services.TryAddSingleton<StoreTrouble>();
        services.TryAddSingleton(new OwnerKind("inline"));
        services.TryAddSingleton<Owner>();
        services.TryAddSingleton<QueuePauses>();
        services.TryAddSingleton<InlineRuns>();
        services.TryAddSingleton<NamedProvider>();
        services.TryAddSingleton<RequestValidator>();
        services.TryAddSingleton<ContentDefaults>();
        services.TryAddSingleton<JobMaker>();
        services.TryAddSingleton<JobAttachment>();
        services.TryAddSingleton<JobCancel>();
        services.TryAddSingleton<JobResolution>();
        services.TryAddSingleton<JobFiles>();
        services.TryAddSingleton(p => new AssetRetention(
            p.GetRequiredService<IJobStore>(), p.GetRequiredService<IAssetStore>(), p.GetRequiredService<JobFiles>(), p.GetRequiredService<IOptionsMonitor<AssetOptions>>(), p.GetService<TimeProvider>() ?? TimeProvider.System));
        services.TryAddSingleton<JobIds>();
        services.TryAddSingleton<JobForgetting>();
        services.TryAddSingleton<ReplayRule>();
        services.TryAddSingleton<ConfigurationFaults>();
        services.TryAddSingleton<StartupCheck>();
        services.TryAddSingleton<IVideoQueue, VideoQueue>();
        services.TryAddSingleton<VideoGenerator>();
        services.TryAddSingleton<IVideoGenerator>(Generator);
    }

    // Stores and tools read their options when they are made; the one that fails first must not hide what else is wrong.
    private static VideoGenerator Generator(IServiceProvider services)
    {
        try
        {
            return services.GetRequiredService<VideoGenerator>();
        }
        catch (OptionsValidationException)
        {
            services.GetRequiredService<ConfigurationFaults>().ThrowIfAny();
            throw;
        }
    }
}
