// Some tests wait a great deal: with a collection more at a time than this machine has cores, others use them meanwhile.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
