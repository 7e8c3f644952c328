(voice_cmu_us_slt_arctic_hts)

; The voice's own pace is that of a reader in a hurry; a narrator takes an eighth more time.
(set! hts_engine_params (append hts_engine_params '(("-r" 0.88))))

; The name of the letter A. Alone, "a" is the article; the other letters are read by their names.
(lex.add.entry '("ltra" nil (((ey) 1))))

(define (reelsmith_token token)
  "Prints when a token sounds: the start of its words' first segment and the end of their last."
  (let ((start -1) (end -1))
    (mapcar
      (lambda (word)
        (if (item.relation.daughters word 'SylStructure)
            (let ((s (item.feat word "R:SylStructure.daughter1.daughter1.segment_start"))
                  (e (item.feat word "R:SylStructure.daughtern.daughtern.end")))
              (if (< start 0) (set! start s))
              (set! end e))))
      (item.daughters token))
    (format t "token %f %f\n" start end)))

(define (reelsmith_say text)
  "Speaks TEXT (lower-case letters, apostrophes, spaces and .,?! only). Prints a line a token, a line with the
wave's samples and rate, then the samples."
  (let ((utt (utt.synth (eval (list 'Utterance 'Text text)))) (token nil) (info nil))
    (set! token (utt.relation.first utt 'Token))
    (while token
      (reelsmith_token token)
      (set! token (item.next token)))
    (set! info (wave.info (utt.wave utt)))
    (format t "wave %d %d\n" (cadr (assoc 'num_samples info)) (cadr (assoc 'sample_rate info)))
    (utt.save.wave utt "-" 'raw)
    (fflush nil)))

(define (reelsmith_end)
  "Prints a line that ends the answer, whether or not it was complete."
  (format t "end\n")
  (fflush nil))

(define (reelsmith_about)
  "Prints Festival's version and whether the voice is installed."
  (format t "about %d.%d.%d %s\n" (car festival_version_number) (cadr festival_version_number) (caddr festival_version_number)
          (if (member 'cmu_us_slt_arctic_hts (voice.list)) "ready" "voiceless"))
  (fflush nil))
