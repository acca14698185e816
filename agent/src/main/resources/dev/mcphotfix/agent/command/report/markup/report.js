
"use strict";
(function () {
  var form = document.getElementById("filter");
  var rows = Array.prototype.slice.call(document.querySelectorAll("#decisions tbody tr"));
  var input = form.querySelector("input");
  var select = form.querySelector("select");
  var output = form.querySelector("output");
  function show() {
    var words = input.value.toLowerCase().split(/\s+/);
    var shown = 0;
    rows.forEach(function (row) {
      var text = row.textContent.toLowerCase();
      var fits = (!select.value || row.dataset.outcome === select.value) &&
          words.every(function (word) { return text.indexOf(word) >= 0; });
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    output.value = shown + " of " + rows.length + " rows";
  }
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  show();
})();
